using InspectionPortal.Domain.Reporting.PublicPages;

namespace InspectionPortal.Web.Features.Public;

/// <summary>What the page would say if it was published now.</summary>
/// <param name="State">What is public now.</param>
/// <param name="Content">What it would say; null where it cannot be published.</param>
/// <param name="WhyNot">Why it cannot be published, as a sentence; null where it can.</param>
public sealed record PublicPagePreview(PublicPageState State, PublicPageContent? Content, string? WhyNot)
{
    /// <summary>The draft's version, which is the one that is published.</summary>
    public uint Version { get; init; }

    /// <summary>The report that it takes aims and figures from.</summary>
    public Guid? ReportId { get; init; }
}
