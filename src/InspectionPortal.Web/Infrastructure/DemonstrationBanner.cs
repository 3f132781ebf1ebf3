namespace InspectionPortal.Web.Infrastructure;

/// <summary>What the banner of a demonstration says besides its date, from the first two sentences of the partnership's note.</summary>
/// <param name="Always">Shown on every screen, such as that the partnership is invented; null where the note only says that it is a
/// demonstration, which the banner says already.</param>
/// <param name="WhereWide">Shown where there is room.</param>
public sealed record DemonstrationBanner(string? Always, string? WhereWide)
{
    private const string Plain = "This is a demonstration";

    public static DemonstrationBanner Of(string note)
    {
        var sentences = note.Split(". ", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(s => s.TrimEnd('.')).ToList();
        return new DemonstrationBanner(
            sentences.FirstOrDefault() is { } first && first != Plain ? $"{first}." : null,
            sentences.ElementAtOrDefault(1) is { } second ? $"{second}." : null);
    }
}
