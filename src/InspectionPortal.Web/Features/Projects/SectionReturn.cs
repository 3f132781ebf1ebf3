using System.Text.RegularExpressions;

namespace InspectionPortal.Web.Features.Projects;

/// <summary>
/// Where a small form leads back to: a plan's table with its filters, a project's page, or home. Anything else is the project's page,
/// so that a link cannot lead people away.
/// </summary>
internal static partial class SectionReturn
{
    private const int MostCharacters = 4000;

    public static string Of(string? back, Guid projectId) => back switch
    {
        null or { Length: > MostCharacters } => $"~/projects/{projectId}",
        _ when !Known().IsMatch(back) => $"~/projects/{projectId}",
        "~/" => back,
        _ when back.StartsWith("~/plans/", StringComparison.Ordinal) => $"{back}#project-{projectId}",
        _ => $"{back}#facts",
    };

    /// <summary>The table of a plan with its filters; the plan itself for anything else.</summary>
    public static string ToPlan(string? back, Guid planId) =>
        back is { Length: <= MostCharacters } && back.StartsWith($"~/plans/{planId}", StringComparison.Ordinal) && Known().IsMatch(back)
            ? back
            : $"~/plans/{planId}";

    [GeneratedRegex(
        @"^~/((plans|projects)/[0-9A-Fa-f-]{36}(\?[A-Za-z0-9%&=+._~*!'():@,;/?-]*)?)?\z",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Known();
}
