using System.Text.RegularExpressions;

namespace InspectionPortal.Domain.Partnerships;

/// <summary>What the short name of a partnership may be: the first segment of every address of it.</summary>
public static partial class PartnershipSlug
{
    public const int MinLength = 2;

    /// <summary>How to put right a short name that is none.</summary>
    public const string Rule =
        "Short name must only include lower-case letters, digits and single hyphens, like north-shire, and have 2 to 40 characters";

    /// <summary>True for lower-case letters, digits and single hyphens, neither too short nor too long.</summary>
    public static bool IsValid(string? slug) => slug is { Length: >= MinLength and <= Partnership.SlugMaxLength } && HasItsSigns(slug);

    /// <summary>True for lower-case letters, digits and single hyphens, however long.</summary>
    public static bool HasItsSigns(string? slug) => slug is not null && Signs().IsMatch(slug);

    [GeneratedRegex("\\A[a-z0-9]+(-[a-z0-9]+)*\\z", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Signs();
}
