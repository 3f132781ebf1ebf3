using System.Collections;
using System.Globalization;
using System.Reflection;
using InspectionPortal.PlanDocuments.Plans;

namespace InspectionPortal.Web.Tests.Features.Imports;

/// <summary>What is kept of a reading is all of it, and is used only where reading again would find the same.</summary>
public sealed class StoredReadingTests
{
    private const string Plan = "Aim,Driver,Ref,Action,Lead,Supported by,Deadline,RAG,Status,Progress,Measures,Recommendation,Financial,Notes on risk\n"
        + "Children are safe,Staff,1.1,Write the policy,Head of QA and NHS,Police,\"1 May 2025; 2 June 2025\",Green,In progress,Draft,80% by June 2025,R1 and R2,N/A,low\n"
        + "Children are safe,Staff,1.2,\"1) Train every team (HoS – May17)\n2) Check it\",Head of QA,,Decmber 2025,Red,Not started,,,,Dependent on budget,high\n"
        + "Families are heard,,2.1,Ask families each year,Engagement Lead,,ongoing,,,Asked in 2024,,,Buy it (HoS – May17),\n";

    private static ImportHints Hints { get; } = new() { Responsibilities = ["Head of QA", "Police"], Recommendations = [new KnownRecommendation("R1", "Keep children safe")] };

    [Fact]
    public void Result_OfAnyReading_IsAllThatWasRead()
    {
        var word = new WordFile().Table(["Action", "Lead", "Deadline", "Progress"], ["Write it", "MD and CEO", "May 2025", "Draft"], ["Send it", "", "when ready", ""]).Read(Hints);
        foreach (var result in new[] { Importing.Csv(Plan, Hints), Importing.Csv(Plan), Importing.Csv("a,b\n1,2\n"), word })
        {
            var again = StoredReading.Of(result, "key").Result;

            Assert.Equal(Told(result), Told(again));
            Assert.Equal(result.ToJson(), again.ToJson());
        }
    }

    [Fact]
    public void Told_OfAReading_SeesWhatTheVerbLeavesOut()
    {
        var told = Told(Importing.Csv(Plan, Hints));

        Assert.All(["Sureness", "LeadsText", "Ask", "Starts", "IsTaken", "Written"], name => Assert.Contains(name, told, StringComparison.Ordinal));
    }

    [Fact]
    public void KeyOf_Hints_ChangesWithAnythingThatReadingDependsOn()
    {
        ImportHints[] others =
        [
            Hints,
            Hints with { Responsibilities = ["Head of QA"] },
            Hints with { Agencies = ["NHS"] },
            Hints with { Recommendations = [] },
            Hints with { Choices = new Dictionary<string, string> { ["Action"] = "driver" } },
            Hints with { EarlierChoices = new Dictionary<string, string> { ["Action"] = "driver" } },
            Hints with { Readings = new Dictionary<string, string> { ["deadline: x"] = "as-written" } },
            Hints with { Table = "Table 2" },
            Hints with { DoubtsLeads = false },
            Hints with { Vocabulary = new() { KeyDriver = "Theme" } },
            Hints with { IsNewPlan = true },
        ];

        Assert.Equal(others.Length, others.Select(StoredReading.KeyOf).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(StoredReading.KeyOf(Hints), StoredReading.KeyOf(Hints with { Responsibilities = ["Police", "Head of QA"] }));
        Assert.Equal(11, typeof(ImportHints).GetProperties(BindingFlags.Public | BindingFlags.Instance).Length);
    }

    /// <summary>Everything that can be read of a value, to the last property.</summary>
    private static string Told(object? value) => value switch
    {
        null => "null",
        string or Enum => $"'{value}'",
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        bool => value.ToString()!,
        IEnumerable list => $"[{string.Join(", ", list.Cast<object?>().Select(Told))}]",
        _ => $"{{{string.Join(", ", value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.GetIndexParameters().Length == 0).Select(p => $"{p.Name}: {Told(p.GetValue(value))}"))}}}",
    };
}
