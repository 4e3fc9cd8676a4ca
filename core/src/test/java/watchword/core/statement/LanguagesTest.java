package watchword.core.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import watchword.core.assessment.Hedge;

/// Voice, chain, rumour and conflict are told alike in each language. Its sentences are none of the marked set.
class LanguagesTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      Question: Is the road open? | Ansa Holm: It is closed. | Editor's note: it was opened later.
      Interviewer: Is the road open? | Ansa Holm: It is closed. | [It was opened later.]
      Пытанне: Ці адкрытая дарога? | Анса Холм: Яна закрытая. | Ад рэдакцыі: дарогу потым адкрылі.
      Журналістка: Ці адкрытая дарога? | Анса Холм: Яна закрытая. | Заўвага рэдакцыі: дарогу потым адкрылі.
      Вопрос: Открыта ли дорога? | Анса Холм: Она закрыта. | От редакции: дорогу потом открыли.
      Корреспондент: Открыта ли дорога? | Анса Холм: Она закрыта. | Примечание редакции: дорогу потом открыли.
      Запитання: Чи відкрита дорога? | Анса Холм: Вона закрита. | Від редакції: дорогу потім відкрили.
      Ведуча: Чи відкрита дорога? | Анса Холм: Вона закрита. | Примітка редакції: дорогу потім відкрили.
      Pytanie: Czy droga jest otwarta? | Ansa Holm: Jest zamknięta. | Od redakcji: drogę potem otwarto.
      Dziennikarz: Czy droga jest otwarta? | Ansa Holm: Jest zamknięta. | Przypis redakcji: drogę potem otwarto.
      Klausimas: Ar kelias atidarytas? | Ansa Holm: Jis uždarytas. | Redakcijos pastaba: vėliau jį atidarė.
      Žurnalistė: Ar kelias atidarytas? | Ansa Holm: Jis uždarytas. | Red. past.: vėliau jį atidarė.
      """)
  void labels_tell_who_asks_who_answers_and_what_is_the_editors(String question, String answer, String note) {
    List<Statement> statements = Suggester.suggest(String.join("\n", question, answer, note));

    assertThat(statements).extracting(Statement::voice).containsExactly(Voice.INTERVIEWER, Voice.SPEAKER, Voice.EDITOR);
    assertThat(statements).extracting(Statement::speaker).containsExactly(Optional.empty(), Optional.of(answer.substring(0, answer.indexOf(':'))), Optional.empty());
    assertThat(statements.getFirst().hedge()).isEqualTo(Hedge.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      The ministry said that the bridge at Tarmun had burnt down. | The ministry
      The bridge at Tarmun burnt down, said General Korn. | General Korn
      According to the ministry the bridge at Tarmun burnt down. | the ministry
      The ministry denied that the bridge at Tarmun had burnt down. | The ministry
      Міністэрства паведаміла, што мост у Тармуне згарэў. | Міністэрства
      Мост у Тармуне згарэў, сказаў генерал Корн. | генерал Корн
      Паводле міністэрства мост у Тармуне згарэў. | міністэрства
      Генерал Корн абверг, што мост у Тармуне згарэў. | Генерал Корн
      Министерство сообщило, что мост в Тармуне сгорел. | Министерство
      Мост в Тармуне сгорел, сказал генерал Корн. | генерал Корн
      По словам генерала Корна, мост в Тармуне сгорел. | генерала Корна
      Генерал Корн опроверг, что мост в Тармуне сгорел. | Генерал Корн
      Міністерство повідомило, що міст у Тармуні згорів. | Міністерство
      Міст у Тармуні згорів, сказав генерал Корн. | генерал Корн
      За словами генерала Корна, міст у Тармуні згорів. | генерала Корна
      Генерал Корн спростував, що міст у Тармуні згорів. | Генерал Корн
      Ministerstwo poinformowało, że most w Tarmunie spłonął. | Ministerstwo
      Most w Tarmunie spłonął, powiedział generał Korn. | generał Korn
      Zdaniem generała Korna most w Tarmunie spłonął. | generała Korna
      Generał Korn zaprzeczył, że most w Tarmunie spłonął. | Generał Korn
      Ministerija pranešė, kad tiltas Tarmune sudegė. | Ministerija
      Tiltas Tarmune sudegė, pasakė generolas Kornas. | generolas Kornas
      Pasak generolo Korno, tiltas Tarmune sudegė. | generolo Korno
      Generolas Kornas paneigė, kad tiltas Tarmune sudegė. | Generolas Kornas
      """)
  void who_is_named_is_who_said_it_and_whom_it_goes_back_to(String sentence, String speaker) {
    Statement statement = one(sentence);

    assertThat(statement.voice()).isEqualTo(Voice.REPORTED);
    assertThat(statement.speaker()).contains(speaker);
    assertThat(statement.origin()).contains(speaker);
    assertThat(statement.hedge()).isEqualTo(Hedge.NONE);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      Ansa Holm | There is information that the depot burnt down.
      Анса Холм | Ёсць звесткі, што склад згарэў.
      Анса Холм | Кажуць, што склад згарэў.
      Анса Холм | Есть сведения, что склад сгорел.
      Анса Холм | Говорят, что склад сгорел.
      Анса Холм | Є відомості, що склад згорів.
      Анса Холм | Кажуть, що склад згорів.
      Ansa Holm | Są informacje, że magazyn spłonął.
      Ansa Holm | Mówią, że magazyn spłonął.
      Ansa Holm | Yra žinių, kad sandėlis sudegė.
      Ansa Holm | Sako, kad sandėlis sudegė.
      """)
  void a_chain_leads_from_the_speaker_to_whom_nobody_names(String speaker, String said) {
    Statement statement = one(speaker + ": " + said);

    assertThat(statement.chain()).hasSize(3).startsWith(speaker).endsWith(Statement.UNNAMED);
    assertThat(statement.voice()).isEqualTo(Voice.REPORTED);
    assertThat(statement.speaker()).isEmpty();
    assertThat(statement.origin()).contains(speaker);
    assertThat(statement.hedge()).isEqualTo(Hedge.HEARSAY);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      The ministry said that sources claim the bridge burnt down. | The ministry
      Міністэрства паведаміла, што мост, паводле чутак, згарэў. | Міністэрства
      Министерство сообщило, что мост, по слухам, сгорел. | Министерство
      Міністерство повідомило, що міст, за чутками, згорів. | Міністерство
      Ministerstwo poinformowało, że podobno most spłonął. | Ministerstwo
      Ministerija pranešė, kad tiltas neva sudegė. | Ministerija
      """)
  void somebody_named_who_passes_on_a_rumour_stands_before_whom_nobody_names(String sentence, String named) {
    Statement statement = one(sentence);

    assertThat(statement.chain()).hasSize(3).startsWith(named).endsWith(Statement.UNNAMED);
    assertThat(statement.speaker()).isEmpty();
    assertThat(statement.origin()).contains(named);
    assertThat(statement.hedge()).isEqualTo(Hedge.HEARSAY);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      Perhaps the bridge stands. | en
      Мост згарэў, сказаў генерал. | be
      Якобы мост сгорел. | ru
      Міст згорів, сказав генерал. | uk
      Most spłonął, powiedział generał. | pl
      Tiltas sudegė, pasakė generolas. | lt
      """)
  void a_short_sentence_is_read_in_its_own_language(String sentence, String language) {
    assertThat(one(sentence).language()).isEqualTo(language);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      They say that the garrison left its barracks; that is not true. | They said all day that at four in the morning the bridge would go. | All day there were rumours that the bridge would go at four.
      Кажуць, што гарнізон пакінуў казармы; гэта няпраўда. | Увесь дзень казалі, што а чацвёртай раніцы мост узарвуць. | Увесь дзень хадзілі чуткі, што а чацвёртай мост узарвуць.
      Говорят, что гарнизон ушёл из казарм; это неправда. | Весь день говорили, что в четыре утра мост взорвут. | Весь день ходили слухи, что в четыре мост взорвут.
      Кажуть, що гарнізон залишив казарми; це неправда. | Увесь день казали, що о четвертій ранку міст підірвуть. | Увесь день ходили чутки, що о четвертій міст підірвуть.
      Mówią, że garnizon opuścił koszary; to nieprawda. | Cały dzień mówiono, że o czwartej rano most wyleci w powietrze. | Przez cały dzień krążyły pogłoski, że o czwartej wysadzą most.
      Sako, kad įgula paliko kareivines; tai netiesa. | Visą dieną kalbėjo, kad ketvirtą ryto tiltą susprogdins. | Visą dieną sklido gandai, kad ketvirtą tiltą susprogdins.
      """)
  void a_rejected_report_and_a_story_of_a_rumour_deny_what_it_says(String rejected, String story, String rumours) {
    assertThat(List.of(one(rejected), one(story), one(rumours))).allSatisfy(statement -> {
      assertThat(statement.rumour()).isTrue();
      assertThat(statement.polarity()).isEqualTo(Polarity.DENIED);
      assertThat(statement.mayBeEvidence()).isFalse();
    });
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      The railway bridge near Tarmun burnt down. | The railway bridge near Tarmun did not burn down. | The garrison near Kasmur lost 40 soldiers. | The garrison near Kasmur lost 90 soldiers. | It rained.
      Чыгуначны мост каля Тармуна згарэў. | Чыгуначны мост каля Тармуна не згарэў. | Гарнізон каля Касмура страціў 40 салдат. | Гарнізон каля Касмура страціў 91 салдата. | Ішоў дождж.
      Железнодорожный мост у Тармуна сгорел. | Железнодорожный мост у Тармуна не сгорел. | Гарнизон возле Касмура потерял 40 солдат. | Гарнизон возле Касмура потерял 91 солдата. | Шёл дождь.
      Залізничний міст біля Тармуна згорів. | Залізничний міст біля Тармуна не згорів. | Гарнізон біля Касмура втратив 40 солдатів. | Гарнізон біля Касмура втратив 91 солдата. | Йшов дощ.
      Most kolejowy koło Tarmunu spłonął. | Most kolejowy koło Tarmunu nie spłonął. | Garnizon koło Kasmuru stracił 40 żołnierzy. | Garnizon koło Kasmuru stracił 91 żołnierzy. | Padał deszcz.
      Geležinkelio tiltas prie Tarmuno sudegė. | Geležinkelio tiltas prie Tarmuno nesudegė. | Įgula prie Kasmuro neteko 40 kareivių. | Įgula prie Kasmuro neteko 91 kareivio. | Lijo.
      """)
  void contrary_claims_of_one_text_stand_together(String claim, String denial, String figure, String other, String neither) {
    List<Statement> statements = Suggester.suggest(String.join(" ", claim, figure, neither, other, denial));

    assertThat(statements).hasSize(5);
    assertThat(Conflicts.of(statements)).containsExactlyInAnyOrder(List.of(statements.get(0), statements.get(4)), List.of(statements.get(1), statements.get(3)));
  }

  private static Statement one(String text) {
    List<Statement> statements = Suggester.suggest(text);
    assertThat(statements).as(text).hasSize(1);
    return statements.getFirst();
  }
}
