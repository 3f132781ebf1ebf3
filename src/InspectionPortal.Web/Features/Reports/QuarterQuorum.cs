using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>How many approvals a quarter would need if this person submitted it now, and who could sign it.</summary>
internal static class QuarterQuorum
{
    public static ApprovalQuorum Of(IEnumerable<ReportPerson> people, CurrentSession current) =>
        ApprovalQuorum.For(current.RequiredTenant.Partnership.Quorum, CanApprove(people, current));

    /// <summary>The same for a correction, whose report does not come with its people.</summary>
    public static async Task<ApprovalQuorum> ForAsync(
        PortalDbContext database, CurrentSession current, CancellationToken cancellationToken) =>
        ApprovalQuorum.For(
            current.RequiredTenant.Partnership.Quorum, await OfficersFor(database, current).CountAsync(cancellationToken));

    /// <summary>Chief officers who could approve what this person submits: confirmed, able to sign in, and not the person.</summary>
    public static int CanApprove(IEnumerable<ReportPerson> people, CurrentSession current) => people.Count(p => Can(p, current));

    /// <summary>Agencies that must sign what this person submits, and for which nobody can; by name.</summary>
    public static IReadOnlyList<string> NobodySignsFor(SnapshotRows rows, CurrentSession current)
    {
        var signed = rows.People.Values.Where(p => Can(p, current)).Select(p => p.SignsFor).ToHashSet();
        return [.. rows.MustSign.Where(a => !signed.Contains(a.Id)).Select(a => a.Name)];
    }

    /// <summary>The same for a correction.</summary>
    public static Task<List<string>> NobodySignsForAsync(
        PortalDbContext database, CurrentSession current, CancellationToken cancellationToken)
    {
        var officers = OfficersFor(database, current).Select(m => m.UserId);
        return database.SigningAgencies.AsNoTracking()
            .Where(a => !database.Signatories.Any(s => s.AgencyId == a.AgencyId && officers.Contains(s.UserId)))
            .OrderBy(a => a.Agency!.Name).ThenBy(a => a.Id).Select(a => a.Agency!.Name).ToListAsync(cancellationToken);
    }

    /// <summary>Why a report that these agencies must sign cannot be submitted.</summary>
    public static string ExplainNobodySigns(IReadOnlyList<string> agencies) =>
        $"No one can sign for {EnglishText.List(agencies)}, so the report could never be published. On “How reports are signed”, choose a "
        + $"chief officer who signs for {(agencies.Count == 1 ? "it" : "each of them")}, or change which agencies must sign.";

    private static bool Can(ReportPerson person, CurrentSession current) =>
        person.IsChiefOfficer && person.CanSignIn && person.Id != current.RequiredPerson.UserId
            && (current.RequiredTenant.Partnership.LeadMayApprove || !person.IsLead);

    private static IQueryable<Membership> OfficersFor(PortalDbContext database, CurrentSession current)
    {
        var me = current.RequiredPerson.UserId;
        var leadMay = current.RequiredTenant.Partnership.LeadMayApprove;
        return database.Memberships.Where(
            m => m.Role == PartnershipRole.ChiefOfficer && m.UserId != me && !m.User!.IsDisabled && m.User.EmailConfirmed
                && (leadMay || !database.Memberships.Any(l => l.UserId == m.UserId && l.Role == PartnershipRole.PartnershipLead)));
    }
}
