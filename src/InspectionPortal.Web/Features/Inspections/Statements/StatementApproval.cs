using InspectionPortal.Domain.Inspections;
using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data.Queries;
using InspectionPortal.Web.Identity;

namespace InspectionPortal.Web.Features.Inspections.Statements;

/// <summary>Whether somebody may approve a position statement on its own.</summary>
internal static class StatementApproval
{
    /// <summary>Why this person cannot approve it now; null where they can.</summary>
    public static string? WhyNot(PositionStatement statement, CurrentSession current)
    {
        var access = current.RequiredTenant;
        return statement switch
        {
            { State: StatementState.Approved } => "It is approved already.",
            { IsSubmitted: true } => "It is with the chief officers in a report, and is approved with that report.",
            { IsComplete: false } => "It does not answer “How well are we doing?” yet.",
            _ when access.MayApproveStatements() => statement.WrittenByUserId != current.RequiredPerson.UserId
                ? null
                : "You wrote its last version. Another chief officer can approve it, or it is approved with a report.",
            _ when access.Membership?.Roles.Contains(PartnershipRole.ChiefOfficer) == true =>
                "You are a partnership lead too. Another chief officer can approve it, or it is approved with a report.",
            _ => "A delegate decides on reports only. A chief officer can approve it, or it is approved with a report.",
        };
    }
}
