package watchword.core.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What each model makes of sources that disagree.
class ModelsTest {

  private static final Map<String, String> NO_VERDICTS = Map.of();

  @Test
  void a_source_that_always_says_the_opposite_is_as_good_as_one_that_is_always_right() {
    Random random = new Random(1);
    List<Claim> claims = new ArrayList<>();
    Map<String, String> truth = new HashMap<>();
    for (int item = 0; item < 200; item++) {
      String right = random.nextBoolean() ? "yes" : "no";
      String wrong = right.equals("yes") ? "no" : "yes";
      truth.put("i" + item, right);
      for (int source = 0; source < 4; source++) {
        claims.add(new Claim("i" + item, "good" + source, random.nextDouble() < 0.8 ? right : wrong));
      }
      claims.add(new Claim("i" + item, "liar", random.nextDouble() < 0.97 ? wrong : right));
    }
    assertThat(share(new Confusions(), claims, NO_VERDICTS, truth)).isGreaterThan(0.95);
  }

  @Test
  void verdicts_stand_fast() {
    List<Claim> claims = new ArrayList<>();
    for (int item = 0; item < 30; item++) {
      for (int source = 0; source < 5; source++) {
        claims.add(new Claim("i" + item, "s" + source, item % 2 == 0 ? "a" : "b"));
      }
    }
    assertThat(find(new Confusions().estimates(Claims.of(claims), Map.of("i4", "b")), "i4"))
        .satisfies(known -> assertThat(known.value()).isEqualTo("b"))
        .satisfies(known -> assertThat(known.probability()).isEqualTo(1));
  }

  @Test
  void a_verdict_is_the_estimate_in_every_model_also_where_nobody_said_it() {
    List<Claim> claims = noisy(new Random(4));
    for (Model model : List.of(new Confusions(), new Rates(Sameness.EXACT), new Ratings(Sameness.EXACT), new Members(";"))) {
      assertThat(find(model.estimates(Claims.of(claims), Map.of("i7", "none of them")), "i7"))
          .isEqualTo(Estimate.known("i7", "none of them"));
    }
  }

  @Test
  void copies_of_one_mistaken_source_lose_to_three_that_verdicts_found_right() {
    Random random = new Random(2);
    List<Claim> claims = new ArrayList<>();
    Map<String, String> truth = new HashMap<>();
    for (int item = 0; item < 300; item++) {
      String right = "v" + random.nextInt(50);
      String copied = random.nextDouble() < 0.3 ? right : "w" + random.nextInt(50);
      truth.put("i" + item, right);
      for (int copy = 0; copy < 6; copy++) {
        claims.add(new Claim("i" + item, "copy" + copy, copied));
      }
      for (int own = 0; own < 3; own++) {
        claims.add(new Claim("i" + item, "own" + own, random.nextDouble() < 0.9 ? right : "x" + random.nextInt(50)));
      }
    }
    Map<String, String> verdicts = new HashMap<>();
    truth.forEach((item, right) -> {
      if (verdicts.size() < 40) {
        verdicts.put(item, right);
      }
    });
    Map<String, String> rest = new HashMap<>(truth);
    verdicts.keySet().forEach(rest::remove);
    assertThat(share(new Ratings(Sameness.EXACT), claims, verdicts, rest)).isGreaterThan(0.93);
    assertThat(share(new Rates(Sameness.EXACT), claims, NO_VERDICTS, rest)).as("without verdicts the copies win").isLessThan(0.5);
  }

  @Test
  void where_verdicts_find_all_wrong_the_likeliest_value_is_unlikely() {
    List<Claim> claims = new ArrayList<>();
    Map<String, String> verdicts = new HashMap<>();
    for (int item = 0; item < 60; item++) {
      claims.add(new Claim("i" + item, "rumour", "said" + item));
      if (item < 50) {
        verdicts.put("i" + item, "otherwise");
      }
    }
    assertThat(find(new Ratings(Sameness.EXACT).estimates(Claims.of(claims), verdicts), "i55").probability()).isLessThan(0.1);
  }

  @Test
  void what_lazy_sources_leave_out_is_found_and_what_one_adds_is_not() {
    List<Claim> claims = new ArrayList<>();
    for (int book = 0; book < 40; book++) {
      String all = "first" + book + ";second" + book;
      claims.add(new Claim("b" + book, "careful", all));
      claims.add(new Claim("b" + book, "thorough", "second" + book + ";first" + book));
      for (int shop = 0; shop < 4; shop++) {
        claims.add(new Claim("b" + book, "lazy" + shop, "first" + book));
      }
      claims.add(new Claim("b" + book, "wild", all + ";stranger" + book));
    }
    Members members = new Members(";");
    List<Estimate> estimates = members.estimates(Claims.of(claims), NO_VERDICTS);
    assertThat(estimates).hasSize(40).allSatisfy(estimate -> {
      String book = estimate.item().substring(1);
      assertThat(members.same(estimate.value(), "first" + book + ";second" + book)).isTrue();
    });
  }

  @Test
  void values_within_the_tolerance_support_each_other() {
    List<Claim> claims = List.of(
        new Claim("flight", "a", "23:58"), new Claim("flight", "b", "0:03"), new Claim("flight", "c", "12:00"));
    Estimate near = new Rates(new Tolerance(10)).estimates(Claims.of(claims), NO_VERDICTS).getFirst();
    assertThat(near.value()).isIn("23:58", "0:03");
    assertThat(near.probability()).isGreaterThan(0.6);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void rows_in_another_order_give_the_same_estimates(long seed) {
    List<Claim> claims = noisy(new Random(seed));
    List<Claim> shuffled = new ArrayList<>(claims);
    Collections.shuffle(shuffled, new Random(seed + 100));
    Map<String, String> verdicts = new HashMap<>();
    claims.stream().limit(60).forEach(claim -> verdicts.put(claim.item(), claim.value()));
    for (Model model : List.of(new Confusions(), new Rates(Sameness.EXACT), new Ratings(Sameness.EXACT), new Members(";"))) {
      assertThat(model.estimates(Claims.of(shuffled), verdicts)).isEqualTo(model.estimates(Claims.of(claims), verdicts));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void probabilities_lie_within_their_interval_and_shares_within_one(long seed) {
    for (Model model : List.of(new Confusions(), new Rates(Sameness.EXACT), new Ratings(Sameness.EXACT), new Members(";"))) {
      assertThat(model.estimates(Claims.of(noisy(new Random(seed))), NO_VERDICTS)).isNotEmpty().allSatisfy(estimate -> {
        assertThat(estimate.interval().low()).isLessThanOrEqualTo(estimate.probability() + 1e-9);
        assertThat(estimate.interval().high()).isGreaterThanOrEqualTo(estimate.probability() - 1e-9);
        assertThat(estimate.values().values().stream().mapToDouble(Double::doubleValue).sum()).isLessThanOrEqualTo(1 + 1e-9);
      });
    }
  }

  @Test
  void five_that_copy_one_are_hardly_surer_than_the_one_and_five_witnesses_are_sure() {
    Random random = new Random(5);
    List<Claim> copied = new ArrayList<>();
    List<Claim> witnessed = new ArrayList<>();
    Map<String, String> truth = new HashMap<>();
    for (int item = 0; item < 400; item++) {
      String right = "v" + random.nextInt(50);
      truth.put("i" + item, right);
      String first = random.nextDouble() < 0.7 ? right : "w" + random.nextInt(1_000);
      String second = random.nextDouble() < 0.7 ? right : "x" + random.nextInt(1_000);
      for (int source = 0; source < 5; source++) {
        copied.add(new Claim("i" + item, "s" + source, source < 3 ? first : second));
        witnessed.add(new Claim("i" + item, "s" + source, random.nextDouble() < 0.7 ? right : "y"
            + random.nextInt(1_000)));
      }
    }
    assertThat(overconfidence(copied, truth)).as("three against two voices that are two").isLessThan(0.2);
    assertThat(overconfidence(witnessed, truth)).as("independent mistakes are told apart").isBetween(-0.05, 0.05);
  }

  private static double overconfidence(List<Claim> claims, Map<String, String> truth) {
    List<Estimate> estimates = new Rates(Sameness.EXACT).estimates(Claims.of(claims), NO_VERDICTS);
    double said = estimates.stream().mapToDouble(Estimate::probability).average().orElseThrow();
    return said - share(new Rates(Sameness.EXACT), claims, NO_VERDICTS, truth);
  }

  @Test
  void ties_fall_to_each_side_whatever_the_names() {
    List<Claim> claims = new ArrayList<>();
    for (int item = 0; item < 400; item++) {
      claims.add(new Claim("i" + item, "aaa", "first"));
      claims.add(new Claim("i" + item, "zzz", "second"));
    }
    long first = new Rates(Sameness.EXACT).estimates(Claims.of(claims), NO_VERDICTS).stream()
        .filter(estimate -> estimate.value().equals("first")).count();
    assertThat((double) first / 400).isCloseTo(0.5, within(0.1));
  }

  @Test
  void a_source_that_contradicts_itself_says_nothing() {
    Claims claims = Claims.of(List.of(
        new Claim("i", "torn", "a"), new Claim("i", "torn", "b"), new Claim("i", "sure", "a"), new Claim("i", "sure", "a")));
    assertThat(claims.contradictions()).isEqualTo(1);
    assertThat(claims.size()).isEqualTo(1);
    assertThat(claims.values(0)).containsExactly("a");
  }

  private static List<Claim> noisy(Random random) {
    List<Claim> claims = new ArrayList<>();
    for (int item = 0; item < 120; item++) {
      String right = "abc".substring(item % 3, item % 3 + 1);
      for (int source = 0; source < 7; source++) {
        if (random.nextDouble() < 0.7) {
          claims.add(new Claim("i" + item, "s" + source, random.nextDouble() < 0.4 + 0.08 * source ? right : "abc".substring(random.nextInt(3)).substring(0, 1)));
        }
      }
    }
    return claims;
  }

  private static double share(Model model, List<Claim> claims, Map<String, String> verdicts, Map<String, String> truth) {
    List<Estimate> estimates = model.estimates(Claims.of(claims), verdicts).stream().filter(one -> truth.containsKey(one.item())).toList();
    return (double) estimates.stream().filter(one -> one.value().equals(truth.get(one.item()))).count() / estimates.size();
  }

  private static Estimate find(List<Estimate> estimates, String item) {
    return estimates.stream().filter(estimate -> estimate.item().equals(item)).findFirst().orElseThrow();
  }
}
