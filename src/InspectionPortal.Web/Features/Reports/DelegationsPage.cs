using Microsoft.AspNetCore.Mvc.Rendering;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>Who decides for this chief officer, and the form that names somebody.</summary>
public sealed record DelegationsPage
{
    /// <summary>Key of what the form adds, so that sending it twice adds it once.</summary>
    public Guid Id { get; } = Guid.CreateVersion7();

    public Guid? DelegateId { get; init; }
    public string? From { get; init; }
    public string? Until { get; init; }

    /// <summary>Members who can be named.</summary>
    public required IReadOnlyList<SelectListItem> People { get; init; }

    /// <summary>The newest first.</summary>
    public required IReadOnlyList<DelegationRow> Rows { get; init; }
}
