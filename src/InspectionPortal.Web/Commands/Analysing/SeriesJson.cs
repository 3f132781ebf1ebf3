using System.Globalization;
using System.Text.Json;
using InspectionPortal.Domain.Text;
using InspectionPortal.Measurement;

namespace InspectionPortal.Web.Commands.Analysing;

/// <summary>Reads a series as the verb takes it. Names it does not know are passed over; null is as good as absent.</summary>
internal static class SeriesJson
{
    public const int MaxPoints = 100_000;
    public const int MaxBytes = 32 * 1024 * 1024;

    private const int ShownLength = 40;

    private static readonly string[] Directions = ["none", "up", "down"];

    /// <exception cref="InvalidSeriesException">It is not JSON, or not a series.</exception>
    public static async Task<ChartSeries> ReadAsync(Stream input)
    {
        using var text = await ReadAllAsync(input);
        try
        {
            using var document = JsonDocument.Parse(text.GetBuffer().AsMemory(Start(text), (int)text.Length - Start(text)));
            return Read(document.RootElement);
        }
        catch (JsonException problem)
        {
            throw new InvalidSeriesException(Say($"This is not JSON: line {problem.LineNumber + 1}, byte {problem.BytePositionInLine + 1}."), problem);
        }
        catch (InvalidOperationException problem)
        {
            throw new InvalidSeriesException("This is not JSON: a text in it is not Unicode.", problem);
        }
    }

    private static async Task<MemoryStream> ReadAllAsync(Stream input)
    {
        var text = new MemoryStream();
        var buffer = new byte[81920];
        for (var read = await input.ReadAsync(buffer); read > 0; read = await input.ReadAsync(buffer))
        {
            if (text.Length + read > MaxBytes)
            {
                await text.DisposeAsync();
                throw new InvalidSeriesException(Say($"The input is longer than {MaxBytes / 1024 / 1024} MB."));
            }

            await text.WriteAsync(buffer.AsMemory(0, read));
        }

        return text;
    }

    /// <summary>Past the byte order mark that some editors write.</summary>
    private static int Start(MemoryStream text) => text.GetBuffer().AsSpan(0, (int)text.Length).StartsWith("\uFEFF"u8) ? 3 : 0;

    private static ChartSeries Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw new InvalidSeriesException("The input must be one JSON object with chart, rules and points.");
        }

        return new ChartSeries
        {
            Chart = (ChartKind)Choice(root, "chart", ChartKinds.All),
            Rules = (RuleSet)Choice(root, "rules", RuleSets.All),
            Direction = Find(root, "direction") is null ? ImprovementDirection.None : (ImprovementDirection)Choice(root, "direction", Directions),
            Target = Number(root, "target", ""),
            FreezeAt = Find(root, "freezeAt") is { } freeze ? Whole(freeze, "freezeAt") : null,
            Phases = Find(root, "phases") is { } phases ? [.. List(phases, "phases").EnumerateArray().Select((start, i) => Whole(start, Say($"phases[{i}]")))] : [],
            ScreenMovingRanges = Truth(root, "screenMovingRanges", "") ?? true,
            Points = Points(Find(root, "points") ?? throw new InvalidSeriesException("points is missing.")),
        };
    }

    private static ChartPoint[] Points(JsonElement element)
    {
        var items = List(element, "points");
        var points = new ChartPoint[items.GetArrayLength()];
        if (points.Length > MaxPoints)
        {
            throw new InvalidSeriesException(Say($"points has {points.Length} points; {MaxPoints} are the most that are analysed."));
        }

        var i = 0;
        foreach (var item in items.EnumerateArray())
        {
            points[i] = Point(item, Say($"points[{i}]"));
            i++;
        }

        return points;
    }

    private static ChartPoint Point(JsonElement item, string where)
    {
        if (item.ValueKind != JsonValueKind.Object)
        {
            throw new InvalidSeriesException($"{where} must be an object with value, or with numerator and denominator.");
        }

        var excluded = Truth(item, "exclude", $"{where}: ") ?? false;
        var (value, numerator, denominator) = (Number(item, "value", $"{where}: "), Number(item, "numerator", $"{where}: "), Number(item, "denominator", $"{where}: "));
        var (hasValue, hasNumerator, hasDenominator) = (Has(item, "value"), Has(item, "numerator"), Has(item, "denominator"));
        if (value is not null && (numerator ?? denominator) is not null)
        {
            throw new InvalidSeriesException($"{where} has a value as well as a numerator or denominator.");
        }

        return (hasNumerator, hasDenominator) switch
        {
            _ when value is not null => ChartPoint.Of(value, excluded),
            (true, true) => ChartPoint.OfRatio(numerator, denominator, excluded),
            (true, false) => throw new InvalidSeriesException($"{where}: denominator is missing."),
            (false, true) => throw new InvalidSeriesException($"{where}: numerator is missing."),
            _ when hasValue => ChartPoint.Of(value, excluded),
            _ => throw new InvalidSeriesException($"{where} has neither value nor numerator and denominator; a missing figure is null."),
        };
    }

    private static bool Has(JsonElement element, string name) => element.TryGetProperty(name, out _);

    private static JsonElement? Find(JsonElement element, string name) =>
        element.TryGetProperty(name, out var found) && found.ValueKind != JsonValueKind.Null ? found : null;

    private static int Choice(JsonElement root, string name, IReadOnlyList<string> choices)
    {
        var found = Find(root, name) ?? throw new InvalidSeriesException($"{name} is missing: it is one of {string.Join(", ", choices)}.");
        var text = found.ValueKind == JsonValueKind.String ? found.GetString()! : found.GetRawText();
        for (var i = 0; i < choices.Count; i++)
        {
            if (found.ValueKind == JsonValueKind.String && choices[i] == text)
            {
                return i;
            }
        }

        throw new InvalidSeriesException($"{name} \"{EnglishText.Cut(text, ShownLength)}\" is not one of {string.Join(", ", choices)}.");
    }

    private static double? Number(JsonElement element, string name, string where) =>
        Find(element, name) is not { } found ? null
        : found.ValueKind == JsonValueKind.Number ? found.GetDouble()
        : throw new InvalidSeriesException($"{where}{name} must be a number.");

    private static bool? Truth(JsonElement element, string name, string where) =>
        Find(element, name) is not { } found ? null
        : found.ValueKind is JsonValueKind.True or JsonValueKind.False ? found.GetBoolean()
        : throw new InvalidSeriesException($"{where}{name} must be true or false.");

    private static int Whole(JsonElement found, string where) =>
        found.ValueKind == JsonValueKind.Number && found.GetDouble() is var number && number >= int.MinValue && number <= int.MaxValue && double.IsInteger(number)
            ? (int)number
            : throw new InvalidSeriesException($"{where} must be a whole number.");

    private static JsonElement List(JsonElement found, string where) =>
        found.ValueKind == JsonValueKind.Array ? found : throw new InvalidSeriesException($"{where} must be a list.");

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
