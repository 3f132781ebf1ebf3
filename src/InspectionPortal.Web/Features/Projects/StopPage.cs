using InspectionPortal.Web.Infrastructure.Forms;

namespace InspectionPortal.Web.Features.Projects;

/// <summary>The page of stopping and of starting again.</summary>
public sealed class StopPage : FormPage
{
    /// <summary>Why this cannot be done to the project as it stands; null where it can.</summary>
    public string? Refusal { get; init; }

    /// <summary>Why it was stopped, where it is.</summary>
    public string? Reason { get; init; }

    /// <summary>What it is called within a sentence.</summary>
    public required string Word { get; init; }
}
