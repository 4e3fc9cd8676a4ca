package watchword.attack;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import watchword.core.report.Channel;

/// Rates of each source from verdicts, every report independent, the sum calibrated by what was said of earlier verdicts.
final class NaiveBayes extends Learner {

  /// So many reports like those of its channel stand before a source's own.
  private static final double CHANNEL = 2;

  private static final int LEAST_VERDICTS = 30;

  @Override
  public String name() {
    return "naiveBayes";
  }

  @Override
  Mind mind() {
    return new Rates();
  }

  private static final class Rates implements Mind {
    private final Map<String, Said> ofSource = new HashMap<>();
    private final Map<Channel, Said> ofChannel = new EnumMap<>(Channel.class);
    private final List<Double> sums = new ArrayList<>();
    private final List<Boolean> truths = new ArrayList<>();
    private double so = 1;
    private double not = 1;
    private Logistic calibration = Logistic.NONE;

    @Override
    public void learn(Event event, boolean verdict) {
      sums.add(sum(event));
      truths.add(verdict);
      calibration = sums.size() < LEAST_VERDICTS ? Logistic.NONE : Logistic.fit(sums, truths);
      so += verdict ? 1 : 0;
      not += verdict ? 0 : 1;
      for (Told told : event.told()) {
        ofSource.computeIfAbsent(told.source(), source -> new Said()).count(verdict, told.supports());
        ofChannel.computeIfAbsent(told.reading().channel(), channel -> new Said()).count(verdict, told.supports());
      }
    }

    @Override
    public Judgement judge(Event event) {
      return Judgement.of(calibration.probability(sum(event)));
    }

    private double sum(Event event) {
      double sum = Math.log(so / not);
      for (Told told : event.told()) {
        Said source = ofSource.getOrDefault(told.source(), new Said());
        Said channel = ofChannel.getOrDefault(told.reading().channel(), new Said());
        double hit = source.rate(true, channel);
        double slip = source.rate(false, channel);
        sum += Math.log(told.supports() ? hit / slip : (1 - hit) / (1 - slip));
      }
      return sum;
    }
  }

  /// How often what was so, and what was not, was supported and denied.
  private static final class Said {
    private final double[] supports = new double[2];
    private final double[] denials = new double[2];

    void count(boolean verdict, boolean supported) {
      (supported ? supports : denials)[verdict ? 1 : 0]++;
    }

    double rate(boolean verdict, Said channel) {
      int of = verdict ? 1 : 0;
      double prior = (channel.supports[of] + 1) / (channel.supports[of] + channel.denials[of] + 2);
      return (supports[of] + CHANNEL * prior) / (supports[of] + denials[of] + CHANNEL);
    }
  }
}
