using InspectionPortal.Domain.Evidence;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Inspections;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Testing;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.EvidenceFiles;
using InspectionPortal.Web.Identity.Invitations;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Guardrails;

/// <summary>An id of one partnership for each place in an address that takes one, by the literal segment before it.</summary>
internal sealed record TenantIds(IReadOnlyDictionary<string, Guid> BySegment)
{
    public Guid For(string segment) => BySegment.TryGetValue(segment, out var id)
        ? id
        : throw new Xunit.Sdk.XunitException($"The walk does not know which id belongs behind /{segment}/: add it to {nameof(TenantIds)}.");

    /// <summary>The same, with what belongs to a plan from this one: for a partnership of several.</summary>
    public TenantIds Of(TestPlan plan) => new(new Dictionary<string, Guid>(BySegment, StringComparer.Ordinal)
    {
        ["plan"] = plan.Id,
        ["plans"] = plan.Id,
        ["sections"] = plan.Id,
        ["calendar"] = plan.Id,
        ["aim"] = plan.AimId,
        ["aims"] = plan.AimId,
        ["driver"] = plan.DriverId,
        ["drivers"] = plan.DriverId,
        ["project"] = plan.ProjectIds[0],
        ["projects"] = plan.ProjectIds[0],
        ["sub-action"] = plan.SubActionIds[0],
        ["sub-actions"] = plan.SubActionIds[0],
        ["measure"] = plan.MeasureIds[0],
        ["measures"] = plan.MeasureIds[0],
        ["inspection"] = plan.InspectionId,
        ["inspections"] = plan.InspectionId,
        ["recommendation"] = plan.RecommendationId,
        ["recommendations"] = plan.RecommendationId,
        ["review"] = plan.ReviewId,
        ["reviews"] = plan.ReviewId,
        ["periods"] = plan.PeriodId,
        ["reports"] = plan.PeriodId,
    });

    public static Task<TenantIds> ReadAsync(TestData data, TestPartnership partnership) => data.InTenantAsync(partnership.Id, async database => new TenantIds(
        new Dictionary<string, Guid>(StringComparer.Ordinal)
        {
            ["plan"] = await database.Plans.Select(p => p.Id).FirstAsync(),
            ["plans"] = await database.Plans.Select(p => p.Id).FirstAsync(),
            ["sections"] = await database.Plans.Select(p => p.Id).FirstAsync(),
            ["aim"] = await database.StretchAims.Select(p => p.Id).FirstAsync(),
            ["driver"] = await database.KeyDrivers.Select(p => p.Id).FirstAsync(),
            ["project"] = await database.Projects.OrderBy(p => p.Position).Select(p => p.Id).FirstAsync(),
            ["sub-action"] = await database.SubActions.Select(p => p.Id).FirstAsync(),
            ["measure"] = await database.Measures.Select(p => p.Id).FirstAsync(),
            ["inspection"] = await database.Inspections.Select(p => p.Id).FirstAsync(),
            ["recommendation"] = await database.Recommendations.Select(p => p.Id).FirstAsync(),
            ["review"] = await database.ProgressReviews.Select(p => p.Id).FirstAsync(),
            ["aims"] = await database.StretchAims.Select(p => p.Id).FirstAsync(),
            ["drivers"] = await database.KeyDrivers.Select(p => p.Id).FirstAsync(),
            ["projects"] = await database.Projects.OrderBy(p => p.Position).Select(p => p.Id).FirstAsync(),
            ["sub-actions"] = await database.SubActions.Select(p => p.Id).FirstAsync(),
            ["measures"] = await database.Measures.Select(p => p.Id).FirstAsync(),
            ["figures"] = await database.DataPoints.Select(p => p.Id).FirstAsync(),
            ["tests-of-change"] = await database.TestsOfChange.Select(p => p.Id).FirstAsync(),
            ["annotations"] = await database.MeasureAnnotations.Select(p => p.Id).FirstAsync(),
            ["phases"] = await database.MeasurePhases.Select(p => p.Id).FirstAsync(),
            ["targets"] = await database.MeasureTargets.Select(p => p.Id).FirstAsync(),
            ["inspections"] = await database.Inspections.Select(p => p.Id).FirstAsync(),
            ["reviews"] = await database.ProgressReviews.Select(p => p.Id).FirstAsync(),
            ["recommendations"] = await database.Recommendations.Select(p => p.Id).FirstAsync(),
            ["undo"] = await database.AuditEntries.OrderBy(e => e.At).Select(e => e.Id).FirstAsync(),
            ["updates"] = await database.ProgressUpdates.Select(p => p.Id).FirstAsync(),
            ["periods"] = await database.ReportingPeriods.Select(p => p.Id).FirstAsync(),
            ["calendar"] = await database.Plans.Select(p => p.Id).FirstAsync(),
            ["reports"] = await database.ReportingPeriods.Select(p => p.Id).FirstAsync(),
            ["uploads"] = AddUpload(database, partnership),
            ["evidence"] = await database.EvidenceItems.Select(p => p.Id).FirstAsync(),
            ["people"] = partnership.Contributor.Id,
            ["responsibilities"] = await database.LeadResponsibilities.Select(p => p.Id).FirstAsync(),
            ["holders"] = await database.ResponsibilityHolders.Select(p => p.Id).FirstAsync(),
            ["agencies"] = await database.Agencies.Select(p => p.Id).FirstAsync(),
            ["import"] = await database.PlanImports.Select(p => p.Id).FirstAsync(),
            ["archive"] = await database.PartnershipJobs.Select(p => p.Id).FirstAsync(),
            ["invitations"] = AddInvitation(database, partnership),
            ["delegates"] = AddDelegation(database, partnership),
            ["decisions"] = AddDecision(database, await database.Recommendations.Select(p => p.Id).FirstAsync()),
            ["requests"] = AddRequest(database, partnership, await database.Recommendations.Select(p => p.Id).FirstAsync()),
            ["statements"] = await AddStatementAsync(database, partnership, await database.Recommendations.Select(p => p.Id).FirstAsync()),
            ["grants"] = await database.ScrutinyGrants.Select(p => p.Id).FirstOrDefaultAsync(),
        }));

    /// <summary>One that starts next month, so that nobody may do more today.</summary>
    private static Guid AddDelegation(PortalDbContext database, TestPartnership partnership)
    {
        var start = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(30);
        var delegation = new ApprovalDelegation
        {
            OfficerUserId = partnership.Chief.Id,
            DelegateUserId = partnership.Reader.Id,
            From = start,
            Until = start.AddDays(7),
            NamedAt = DateTimeOffset.UtcNow,
        };
        database.Add(delegation);
        return delegation.Id;
    }

    private static Guid AddRequest(PortalDbContext database, TestPartnership partnership, Guid recommendation)
    {
        var request = new ScrutinyRequest { RecommendationId = recommendation, BodyName = "Body", Text = $"Asked {partnership.Canary}" };
        request.AskedAt = DateTimeOffset.UtcNow;
        database.Add(request);
        return request.Id;
    }

    /// <summary>A draft, of which a recommendation has one at a time.</summary>
    private static async Task<Guid> AddStatementAsync(PortalDbContext database, TestPartnership partnership, Guid recommendation)
    {
        var known = await database.PositionStatements
            .FirstOrDefaultAsync(s => s.RecommendationId == recommendation && s.State == StatementState.Draft);
        if (known is not null)
        {
            return known.Id;
        }

        var statement = new PositionStatement { RecommendationId = recommendation, HowWell = $"Well {partnership.Canary}" };
        statement.AsAt = new DateOnly(2020, 9, 30);
        statement.Write(partnership.Contributor.Id, DateTimeOffset.UtcNow);
        database.Add(statement);
        return statement.Id;
    }

    private static Guid AddUpload(PortalDbContext database, TestPartnership partnership)
    {
        var staged = new StagedFile
        {
            UserId = partnership.Lead.Id,
            FileName = $"{partnership.Canary}.txt",
            Size = 10,
            StorageName = FileNames.New(),
            StartedAt = DateTimeOffset.UtcNow,
        };
        database.Add(staged);
        return staged.Id;
    }

    private static Guid AddDecision(PortalDbContext database, Guid recommendation)
    {
        var decision = new RecommendationDecision { RecommendationId = recommendation, State = RecommendationState.Met };
        decision.On = new DateOnly(2020, 10, 1);
        database.Add(decision);
        return decision.Id;
    }

    private static Guid AddInvitation(PortalDbContext database, TestPartnership partnership)
    {
        var invitation = Invitation.To($"Invited {partnership.Canary}", $"{TestData.Unique("invited")}@tests.example", InvitationKind.Member);
        invitation.PartnershipId = partnership.Id;
        invitation.ExpiresAt = DateTimeOffset.UtcNow.AddDays(7);
        database.Add(invitation);
        return invitation.Id;
    }
}
