using System.Text.Json;
using InspectionPortal.Measurement;

namespace InspectionPortal.Web.Commands.Analysing;

/// <summary>Writes an analysis as the verb gives it: one JSON object on one line.</summary>
internal static class AnalysisJson
{
    public static async Task WriteAsync(ChartAnalysis analysis, Stream output)
    {
        await using (var json = new Utf8JsonWriter(output))
        {
            json.WriteStartObject();
            json.WriteStartArray("phases");
            foreach (var phase in analysis.Phases)
            {
                Write(json, phase);
            }

            json.WriteEndArray();
            json.WriteStartArray("points");
            for (var i = 0; i < analysis.Points.Count; i++)
            {
                Write(json, i, analysis.Points[i]);
            }

            json.WriteEndArray();
            json.WriteString("variation", Name(analysis.Variation));
            json.WriteString("assurance", Name(analysis.Assurance));
            json.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
        await output.FlushAsync();
    }

    private static void Write(Utf8JsonWriter json, PhaseAnalysis phase)
    {
        json.WriteStartObject();
        json.WriteNumber("start", phase.Start);
        WriteNumber(json, "centre", phase.Centre);
        json.WriteNumber("usefulPoints", phase.UsefulPoints);
        json.WriteNumber("longestRun", phase.LongestRun);
        WriteNumber(json, "longestRunMax", phase.LongestRunMax);
        json.WriteNumber("crossings", phase.Crossings);
        WriteNumber(json, "crossingsMin", phase.CrossingsMin);
        json.WriteBoolean("runsSignal", phase.RunsSignal);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, int index, PointAnalysis point)
    {
        json.WriteStartObject();
        json.WriteNumber("index", index);
        WriteNumber(json, "value", point.Value);
        WriteNumber(json, "lower", point.Lower);
        WriteNumber(json, "upper", point.Upper);
        json.WriteBoolean("outsideLimits", point.OutsideLimits);
        json.WriteString("signal", Name(point.Signal));
        json.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, double? number)
    {
        if (number is { } known)
        {
            json.WriteNumber(name, known);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static string? Name(PointSignal signal) => signal switch
    {
        PointSignal.Outside => "outside",
        PointSignal.Trend => "trend",
        PointSignal.TwoInThree => "two-in-three",
        PointSignal.Shift => "shift",
        _ => null,
    };

    private static string? Name(Variation? variation) => variation switch
    {
        Variation.CommonCause => "common-cause",
        Variation.Improvement => "improvement",
        Variation.Concern => "concern",
        Variation.Neither => "neither",
        _ => null,
    };

    private static string? Name(Assurance? assurance) => assurance switch
    {
        Assurance.Pass => "pass",
        Assurance.Fail => "fail",
        Assurance.HitOrMiss => "hit-or-miss",
        _ => null,
    };
}
