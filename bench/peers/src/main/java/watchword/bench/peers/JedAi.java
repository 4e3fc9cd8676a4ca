package watchword.bench.peers;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.scify.jedai.blockbuilding.StandardBlocking;
import org.scify.jedai.blockprocessing.blockcleaning.BlockFiltering;
import org.scify.jedai.blockprocessing.blockcleaning.ComparisonsBasedBlockPurging;
import org.scify.jedai.blockprocessing.comparisoncleaning.WeightedNodePruning;
import org.scify.jedai.datamodel.AbstractBlock;
import org.scify.jedai.datamodel.Comparison;
import org.scify.jedai.datamodel.EntityProfile;
import org.scify.jedai.datamodel.PairIterator;
import org.scify.jedai.datamodel.SimilarityPairs;
import org.scify.jedai.entitymatching.ProfileMatcher;
import org.scify.jedai.utilities.enumerations.RepresentationModel;
import org.scify.jedai.utilities.enumerations.SimilarityMetric;
import org.scify.jedai.utilities.enumerations.WeightingScheme;

/// JedAI's usual workflow: token blocking, purging, filtering, pruning, profiles compared by TF-IDF, connected components.
///
/// Place, kind and days are tokens of the profile like its words, since JedAI has no field types; a day counts with the next.
final class JedAi implements Peer {

  @Override
  public void merge(List<Row> rows, Settings settings) throws IOException {
    List<EntityProfile> profiles = rows.stream().map(JedAi::profile).toList();
    List<AbstractBlock> blocks = new StandardBlocking().getBlocks(new ArrayList<>(profiles));
    blocks = new ComparisonsBasedBlockPurging(true).refineBlocks(blocks);
    blocks = new BlockFiltering(0.8f).refineBlocks(blocks);
    blocks = new WeightedNodePruning(WeightingScheme.JS).refineBlocks(blocks);
    for (RepresentationModel model : List.of(RepresentationModel.TOKEN_UNIGRAMS_TF_IDF,
        RepresentationModel.CHARACTER_TRIGRAMS_TF_IDF)) {
      SimilarityPairs pairs = new ProfileMatcher(new ArrayList<>(profiles), model, SimilarityMetric.COSINE_SIMILARITY)
          .executeComparisons(blocks);
      Links links = new Links();
      for (PairIterator each = pairs.getPairIterator(); each.hasNext();) {
        Comparison pair = each.next();
        links.add(pair.getEntityId1(), pair.getEntityId2(), pair.getUtilityMeasure());
      }
      // Its connected components are the same closure at one threshold a run.
      for (int percent = 20; percent <= 95; percent += 5) {
        String name = model.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        settings.take(String.format(Locale.ROOT, "%s, cosine .%02d", name, percent), links.components(rows.size(),
            percent / 100.0));
      }
    }
  }

  private static EntityProfile profile(Row row) {
    EntityProfile profile = new EntityProfile(row.id());
    profile.addAttribute("text", String.join(" ", Texts.words(row.text())));
    if (!row.place().isEmpty()) {
      String place = "place" + row.place().replaceAll("[^\\p{L}\\p{N}]+", "x");
      profile.addAttribute("place", place);
      // Small blocks that purging leaves: those of a place alone are as large as its town.
      profile.addAttribute("place and days", place + "day" + row.day() + " " + place + "day" + (row.day() + 1));
      profile.addAttribute("kind", "kind" + row.kind());
      profile.addAttribute("days", "day" + row.day() + " day" + (row.day() + 1));
    }
    return profile;
  }
}
