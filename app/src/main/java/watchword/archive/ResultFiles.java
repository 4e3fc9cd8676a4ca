package watchword.archive;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import watchword.core.incident.Incident;
import watchword.core.place.Place;
import watchword.core.report.ReportId;

/// Writes what merging made of an archive.
public final class ResultFiles {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private ResultFiles() {}

  /// `id,incident`: each report and the first report of its incident, incident by incident.
  public static void writeClusters(Path file, ArchiveMerge merge) throws IOException {
    csv(file, csv -> {
      csv.writeRecord("id", "incident");
      for (Incident incident : merge.incidents()) {
        for (ReportId id : incident.reports()) {
          csv.writeRecord(id.value(), ArchiveMerge.name(incident).value());
        }
      }
    });
  }

  /// `file,row,reason,text`: every row that was not used, as it stands in its file.
  public static void writeRejects(Path file, List<Reject> rejects) throws IOException {
    csv(file, csv -> {
      csv.writeRecord("file", "row", "reason", "text");
      for (Reject reject : rejects) {
        csv.writeRecord(reject.file(), String.valueOf(reject.row()), reject.reason(), reject.raw());
      }
    });
  }

  /// One incident a line: `{"incident":"17","kind":"event","earliest":"…Z","latest":"…Z","place":{…},"files":["a.csv"],"reports":["17","18"]}`.
  ///
  /// `place` has latitude, longitude, uncertaintyMetres and name, the name alone where the reports know no more, and is null where they know nothing.
  public static void writeIncidents(Path file, ArchiveMerge merge) throws IOException {
    try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      for (Incident incident : merge.incidents()) {
        try (JsonGenerator json = JSON.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
          write(json, incident, merge);
        }
        out.write('\n');
      }
    }
  }

  private static void write(JsonGenerator json, Incident incident, ArchiveMerge merge) throws IOException {
    json.writeStartObject();
    json.writeStringField("incident", ArchiveMerge.name(incident).value());
    json.writeStringField("kind", incident.kind().id());
    json.writeStringField("earliest", incident.when().earliest().toString());
    json.writeStringField("latest", incident.when().latest().toString());
    json.writeFieldName("place");
    writePlace(json, merge.placedByName(incident) ? Optional.empty() : incident.place(), ArchiveMerge.placeName(incident));
    json.writeArrayFieldStart("files");
    for (String name : incident.reports().stream().map(id -> merge.archived(id).file()).distinct().sorted().toList()) {
      json.writeString(name);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("reports");
    for (ReportId id : incident.reports()) {
      json.writeString(id.value());
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void writePlace(JsonGenerator json, Optional<Place> point, Optional<String> name) throws IOException {
    if (point.isEmpty() && name.isEmpty()) {
      json.writeNull();
      return;
    }
    json.writeStartObject();
    if (point.isPresent()) {
      json.writeNumberField("latitude", rounded(point.get().latitude(), 5));
      json.writeNumberField("longitude", rounded(point.get().longitude(), 5));
      json.writeNumberField("uncertaintyMetres", rounded(point.get().uncertaintyMetres(), 0));
    }
    json.writeStringField("name", name.orElse(""));
    json.writeEndObject();
  }

  /// Five decimals are a metre.
  private static BigDecimal rounded(double number, int decimals) {
    return BigDecimal.valueOf(number).setScale(decimals, RoundingMode.HALF_EVEN);
  }

  private interface Records {
    void write(CsvWriter csv) throws IOException;
  }

  private static void csv(Path file, Records records) throws IOException {
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file, StandardCharsets.UTF_8)) {
      records.write(csv);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
