# Read by `verify`: how many tests ran, of Maven's reports and of the pages' own.

# Prints "SKIPPED skipped", then "PASSED passed, FAILED failed", of all modules under this folder.
count_tests() {
  # With tests named, no page's test runs and none is counted.
  find ./*/target -path '*/surefire-reports/TEST-*.xml' -o -path ./web/target/tests.tap | sort | xargs cat | awk '
    /<testsuite / {
      if (match($0, /tests="[0-9]+"/)) tests += substr($0, RSTART + 7, RLENGTH - 8)
      if (match($0, /skipped="[0-9]+"/)) skipped += substr($0, RSTART + 9, RLENGTH - 10)
      if (match($0, /errors="[0-9]+"/)) failed += substr($0, RSTART + 8, RLENGTH - 9)
      if (match($0, /failures="[0-9]+"/)) failed += substr($0, RSTART + 10, RLENGTH - 11)
    }
    # The end of what `node --test` says of itself; lines of a test begin with blanks or another word.
    /^# tests [0-9]+$/ { tests += $3 }
    /^# (skipped|todo) [0-9]+$/ { skipped += $3 }
    /^# (fail|cancelled) [0-9]+$/ { failed += $3 }
    END { printf "verify: %d skipped\n%d passed, %d failed\n", skipped, tests - skipped - failed, failed }'
}
