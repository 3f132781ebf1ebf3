using System.Text;
using InspectionPortal.Web.Features.Projects;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>All that coverage is computed from.</summary>
public sealed record CoverageInput(
    IReadOnlyList<CoverageRecommendation> Recommendations, IReadOnlyList<CoverageLink> Links, IReadOnlyList<CoverageAim> Aims,
    IReadOnlyList<CoverageDriver> Drivers, IReadOnlyList<CoverageProject> Projects, IReadOnlyList<CoverageMeasure> Measures,
    IReadOnlyList<CoverageProof> Proofs);

/// <param name="Id">Its id.</param>
/// <param name="Number">As its source numbers it.</param>
/// <param name="Text">Its short name, or its words where it has none.</param>
/// <param name="IsOwn">True for a partnership's own priority.</param>
/// <param name="Theme">What it was filed under, in words.</param>
/// <param name="IsReworded">True where the words are not the report's own.</param>
public sealed record CoverageRecommendation(Guid Id, string Number, string Text, bool IsOwn, string? Theme, bool IsReworded);

/// <summary>A link to exactly one of aim, driver, project and measure.</summary>
public sealed record CoverageLink(Guid RecommendationId, Guid? AimId, Guid? DriverId, Guid? ProjectId, Guid? MeasureId, bool IsInferred);

public sealed record CoverageAim(Guid Id, string Number, string Statement);

public sealed record CoverageDriver(Guid Id, Guid AimId, Guid? ParentId);

/// <param name="Id">Its id.</param>
/// <param name="Number">Its number in the plan.</param>
/// <param name="Title">What it is called.</param>
/// <param name="AimId">The aim it stands under.</param>
/// <param name="DriverId">The driver it stands under, where there is one.</param>
/// <param name="HasLead">True where a responsibility is named.</param>
/// <param name="State">Whether it counts as work.</param>
/// <param name="Rag">Code of the rating last accepted.</param>
public sealed record CoverageProject(
    Guid Id, string Number, string Title, Guid AimId, Guid? DriverId, bool HasLead, CoverageState State, string? Rag)
{
    /// <summary>Where the work is; for lists of it, as nothing is computed from it.</summary>
    public ProjectStatus Status { get; init; }
}

/// <summary>Whether a project counts as work: done work does, as it was done.</summary>
public enum CoverageState
{
    InHand,
    Stopped,
    NotNeeded,
}

/// <summary>A measure of an aim, a driver or a project.</summary>
public sealed record CoverageMeasure(Guid Id, Guid? AimId, Guid? DriverId, Guid? ProjectId);

/// <summary>One thing that an item of evidence proves; a step and an update stand for their project.</summary>
public sealed record CoverageProof(Guid ItemId, Guid? RecommendationId, Guid? ProjectId, Guid? MeasureId);

/// <summary>Finds the aim that a theme's words mean.</summary>
internal static class CoverageThemes
{
    /// <summary>
    /// The aim whose statement is the theme, begins with it or begins it, whatever the case and punctuation; else the aim that a
    /// bare number ("2", "Theme 2") names. Null where none is meant: then nothing is said about where it was filed.
    /// </summary>
    public static CoverageAim? Find(string? theme, IReadOnlyList<CoverageAim> aims)
    {
        var words = Plain(theme);
        if (words.Length == 0)
        {
            return null;
        }

        var (number, rest) = Numbered(words);
        return aims.FirstOrDefault(a => Same(Plain(a.Statement), words) || (rest.Length > 0 && Same(Plain(a.Statement), rest)))
            ?? (rest.Length == 0 ? aims.FirstOrDefault(a => Plain(a.Number) == number) : null);
    }

    private static bool Same(string statement, string words) =>
        statement.Length > 0 && (statement == words
            || statement.StartsWith(words + " ", StringComparison.Ordinal) || words.StartsWith(statement + " ", StringComparison.Ordinal));

    /// <summary>"theme 2 learning" as "2" and "learning".</summary>
    private static (string Number, string Words) Numbered(string words)
    {
        var parts = words.Split(' ').SkipWhile(p => p is "theme" or "aim" or "driver").ToList();
        return parts.Count > 0 && parts[0].All(char.IsAsciiDigit) ? (parts[0], string.Join(' ', parts.Skip(1))) : (string.Empty, string.Join(' ', parts));
    }

    private static string Plain(string? text)
    {
        var plain = new StringBuilder();
        foreach (var letter in text ?? string.Empty)
        {
            plain.Append(char.IsLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : letter is '’' or '\'' ? '\0' : ' ');
        }

        return string.Join(' ', plain.Replace("\0", string.Empty).ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
