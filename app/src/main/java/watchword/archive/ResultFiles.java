package watchword.archive;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import watchword.core.incident.Incident;
import watchword.core.place.Place;
import watchword.core.report.ReportId;

/// Writes what merging makes of an archive, incident by incident.
public final class ResultFiles {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private ResultFiles() {}

  /// A file that incidents are written to; it is whole once it is closed.
  public interface Output extends IncidentSink, Closeable {}

  /// `id,incident`: each report and the first report of its incident, incident by incident.
  public static Output clusters(Path file) throws IOException {
    CsvWriter csv = csv(file);
    csv.writeRecord("id", "incident");
    return new Output() {
      @Override
      public void take(ArchivedIncident incident) throws IOException {
        try {
          for (ReportId id : incident.incident().reports()) {
            csv.writeRecord(id.value(), incident.name().value());
          }
        } catch (UncheckedIOException e) {
          throw e.getCause();
        }
      }

      @Override
      public void close() throws IOException {
        csv.close();
      }
    };
  }

  /// `file,row,reason,text`: every row that was not used, as it stands in its file.
  public static void writeRejects(Path file, Rejects rejects) throws IOException {
    try (CsvWriter csv = csv(file)) {
      csv.writeRecord("file", "row", "reason", "text");
      for (Reject reject : rejects) {
        csv.writeRecord(reject.file(), String.valueOf(reject.row()), reject.reason(), reject.raw());
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /// One incident a line: `{"incident":"17","kind":"event","earliest":"…Z","latest":"…Z","place":{…},"files":["a.csv"],"reports":["17","18"]}`.
  ///
  /// `place` has latitude, longitude, uncertaintyMetres and name, the name alone where the reports know no more, and is null where they know nothing.
  public static Output incidents(Path file) throws IOException {
    Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
    return new Output() {
      @Override
      public void take(ArchivedIncident incident) throws IOException {
        try (JsonGenerator json = generator(out)) {
          write(json, incident);
        }
        out.write('\n');
      }

      @Override
      public void close() throws IOException {
        out.close();
      }
    };
  }

  private static void write(JsonGenerator json, ArchivedIncident archived) throws IOException {
    Incident incident = archived.incident();
    json.writeStartObject();
    json.writeStringField("incident", archived.name().value());
    json.writeStringField("kind", incident.kind().id());
    json.writeStringField("earliest", incident.when().earliest().toString());
    json.writeStringField("latest", incident.when().latest().toString());
    json.writeFieldName("place");
    writePlace(json, archived.placedByName() ? Optional.empty() : incident.place(), archived.placeName());
    json.writeArrayFieldStart("files");
    for (String name : archived.files()) {
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

  /// Leaves the file open, and writing to the disk to it.
  private static JsonGenerator generator(Writer out) throws IOException {
    return JSON.createGenerator(out)
        .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET).disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
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

  private static CsvWriter csv(Path file) throws IOException {
    return CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file, StandardCharsets.UTF_8);
  }
}
