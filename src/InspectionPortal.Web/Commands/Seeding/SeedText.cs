using System.Globalization;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Plans;

namespace InspectionPortal.Web.Commands.Seeding;

/// <summary>Turns the words of seed files into the model's values.</summary>
internal static class SeedText
{
    /// <summary>"priority-area" as <c>PriorityArea</c>.</summary>
    /// <exception cref="SeedException">No such value.</exception>
    public static T Choice<T>(string word)
        where T : struct, Enum =>
        Enum.TryParse<T>(word.Replace("-", string.Empty, StringComparison.Ordinal), ignoreCase: true, out var value) && Enum.IsDefined(value)
            ? value
            : throw new SeedException($"'{word}' is not a {typeof(T).Name}.");

    /// <exception cref="SeedException">Not a date as yyyy-MM-dd.</exception>
    public static DateOnly Date(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw new SeedException($"'{text}' is not a date written yyyy-MM-dd.");

    public static DateOnly? DateOrNull(string? text) => text is null ? null : Date(text);

    public static string Trim(string text) => text.Trim();

    public static SourceNote Source(SourcedSeed row) =>
        row.Source is null && row.SourceNote is null && !row.Unclear
            ? SourceNote.None
            : new SourceNote(row.Source, row.SourceNote?.Trim(), row.Unclear);

    public static PlanLayout Layout(LayoutSeed seed) => new()
    {
        ShowVision = seed.ShowVision,
        ShowKeyOutcomes = seed.ShowKeyOutcomes,
        ShowDrivers = seed.ShowDrivers,
        Columns = [.. seed.Columns.Select(c => new PlanColumn(Choice<PlanField>(c.Field), c.Label?.Trim(), c.Group?.Trim(), c.Note?.Trim()))],
    };
}
