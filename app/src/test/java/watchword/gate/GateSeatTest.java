package watchword.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Where a gate may sit: in a process of its own, and in a drill's with throw-away keys.
class GateSeatTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("watchword");

  @Test
  void only_the_gates_process_and_an_evenings_machines_build_a_gate() {
    assertThat(callersOf(Gate.class)).containsExactlyInAnyOrder("watchword.gate.GateProcess", "watchword.drill.Machines");
  }

  @Test
  void only_they_talk_to_a_hub_as_a_gate() {
    assertThat(callersOf(HttpDoor.class)).containsExactlyInAnyOrder("watchword.gate.GateProcess", "watchword.drill.Machines");
  }

  private static Set<String> callersOf(Class<?> type) {
    return CLASSES.get(type).getConstructorCallsToSelf().stream().map(call -> call.getOriginOwner().getName())
        .filter(name -> !name.equals(type.getName())).collect(Collectors.toSet());
  }
}
