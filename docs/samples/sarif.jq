# One SARIF run of the findings of all projects: jq --slurp -f sarif.jq sarif/*.sarif > integration.sarif
# The compiler writes a run a project, with the rules of every analyzer; GitHub takes one run a tool and category.

# GitHub's badge; the compiler cannot write it. 9 and more is critical, 7 high, 4 medium. The figures are a judgement of ours: change them as you see fit.
def severity:
  if index("external/cwe/cwe-798") then "8.0"
  elif index("external/cwe/cwe-319") then "7.0"
  else "5.0" end;

[.[].runs[]] as $runs
| {
    "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [{
      tool: {
        driver: {
          name: "IntegrationAnalyzers",
          informationUri: "https://github.com/IntegrationAnalyzers/IntegrationAnalyzers",
          rules: [
            $runs[].tool.driver.rules[]
            | select(.id | test("^IA[0-9]{4}$"))
            | .properties |= del(.executionTimeInSeconds, .executionTimeInPercentage)
            | .properties.tags as $tags
            | if $tags | index("security") then .properties["security-severity"] = ($tags | severity) else . end
          ] | unique_by(.id)
        }
      },
      # What a baseline, a pragma or an attribute suppresses is no alert; what several target frameworks report is one.
      results: [
        $runs[].results[]
        | select(.ruleId | test("^IA[0-9]{4}$"))
        | select((.suppressions // []) == [])
        | del(.ruleIndex)
      ] | unique,
      columnKind: "utf16CodeUnits"
    }]
  }
