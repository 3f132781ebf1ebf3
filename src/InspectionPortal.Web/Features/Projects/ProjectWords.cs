using Microsoft.AspNetCore.Mvc.Rendering;

namespace InspectionPortal.Web.Features.Projects;

/// <summary>The words of kinds and states.</summary>
public static class ProjectWords
{
    public static IReadOnlyList<SelectListItem> Statuses => [.. Enum.GetValues<ProjectStatus>().Select(s => new SelectListItem(Of(s), s.ToString()))];

    public static string Of(LeadKind kind) => kind switch
    {
        LeadKind.With => "With",
        LeadKind.InConsultationWith => "In consultation with",
        _ => "Lead",
    };

    public static string Of(ProjectStatus status) => status switch
    {
        ProjectStatus.InProgress => "In progress",
        ProjectStatus.DoneAwaitingEvidence => "Done and awaiting evidence",
        ProjectStatus.DoneAndEvidenced => "Done and evidenced",
        ProjectStatus.Stopped => "Stopped",
        _ => "Not started",
    };

    public static string Of(SubActionCategory category) => category == SubActionCategory.ClosingTheLoop ? "Closing the loop" : category.ToString();
}
