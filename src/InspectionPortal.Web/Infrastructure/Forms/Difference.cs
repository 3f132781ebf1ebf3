namespace InspectionPortal.Web.Infrastructure.Forms;

/// <summary>One field that two people wrote differently.</summary>
public sealed record Difference(string Label, string? Theirs, string? Yours)
{
    /// <summary>The differing pairs among labelled texts.</summary>
    public static IReadOnlyList<Difference> Among(params (string Label, string? Theirs, string? Yours)[] pairs) =>
        [.. pairs.Where(p => !string.Equals(p.Theirs ?? "", p.Yours ?? "", StringComparison.Ordinal)).Select(p => new Difference(p.Label, p.Theirs, p.Yours))];
}
