package watchword.console;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import watchword.core.incident.IncidentId;
import watchword.core.report.ReportId;

/// Addresses inside the console.
final class Link {

  private Link() {}

  static String tab(Tab tab) {
    return "/?tab=" + tab.id();
  }

  static String incident(IncidentId id, Tab tab) {
    return "/incident?id=" + encode(id.value()) + "&tab=" + tab.id();
  }

  static String wave(IncidentId id, Tab tab) {
    return WaveView.PATH + "?id=" + encode(id.value()) + "&tab=" + tab.id();
  }

  static String sender(ReportId report) {
    return SenderView.PATH + "?report=" + encode(report.value());
  }

  static String question(String id) {
    return QuestionView.PATH + "?id=" + encode(id);
  }

  /// The queue's list as it stands, asked for again and again.
  static String queue(Tab tab, String at, int reports) {
    return "/queue?tab=" + tab.id() + "&at=" + encode(at) + "&reports=" + reports;
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
