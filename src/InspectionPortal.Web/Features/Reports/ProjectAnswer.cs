using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Reporting;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>A project and how its update of the quarter stands.</summary>
public sealed record ProjectAnswer(Guid Id, string Number, string Title, IReadOnlyList<LeadName> Leads, UpdateAnswer? Update)
{
    public string Words => Update?.State switch
    {
        null => "Not started",
        UpdateState.SentBack => "Sent back",
        _ => "Draft",
    };
}
