using InspectionPortal.Domain.Text;

namespace InspectionPortal.Domain.Projects;

/// <summary>The words of kinds and states.</summary>
public static class ProjectLabels
{
    public static string Of(LeadKind kind) => kind switch
    {
        LeadKind.With => "With",
        LeadKind.InConsultationWith => "In consultation with",
        _ => "Lead",
    };

    /// <summary>"Done, awaiting evidence", as everywhere else.</summary>
    public static string Of(ProjectStatus status) => StatusLabel.Of(status);

    public static string Of(SubActionCategory category) =>
        category == SubActionCategory.ClosingTheLoop ? "Closing the loop" : category.ToString();
}
