namespace InspectionPortal.Web.Features.Public;

/// <summary>What is public now, for the partnership lead.</summary>
/// <param name="Slug">Last segment of its address.</param>
/// <param name="Since">The day it was published; null while the page is off.</param>
/// <param name="Report">Title of the report it shows.</param>
/// <param name="ApprovedOn">The day that report was approved.</param>
public sealed record PublicPageState(string Slug, string? Since, string? Report, string? ApprovedOn)
{
    /// <summary>Title of a newer approved report of the same plan; null for none.</summary>
    public string? Newer { get; init; }

    /// <summary>True where a version of its report is withheld, so that nobody outside reads the page.</summary>
    public bool IsWithheld { get; init; }

    public bool IsOn => Since is not null;

    public string Address => $"/public/{Slug}";

    /// <summary>The state in sentences.</summary>
    public string Sentence()
    {
        if (!IsOn)
        {
            return "The page is off. Nobody outside can read it until you publish it.";
        }

        if (IsWithheld)
        {
            return $"The report of {Report} is withheld on legal grounds, so nobody outside can read the page.";
        }

        var shown = $"The page has been public since {Since}. ";
        return Newer is null
            ? $"{shown}It shows the report of {Report}, approved on {ApprovedOn}."
            : $"{shown}The page shows the report of {Report}. A newer one is approved: {Newer}. Publish again to show it.";
    }
}
