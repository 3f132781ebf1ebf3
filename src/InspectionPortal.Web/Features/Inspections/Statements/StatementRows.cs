using InspectionPortal.Domain.Inspections;
using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Queries;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Inspections.Statements;

/// <summary>Reads the position statements about a recommendation: a member all, a link officer those that are open to them.</summary>
internal static class StatementRows
{
    public static async Task<StatementPanel> ReadAsync(
        PortalDbContext database, CurrentSession current, Guid recommendation, CancellationToken cancellationToken)
    {
        var access = current.RequiredTenant;
        var about = database.StatementsFor(access).AsNoTracking().Where(s => s.RecommendationId == recommendation)
            .OrderByDescending(s => s.AsAt).ThenByDescending(s => s.ApprovedAt).ThenByDescending(s => s.Id);
        return access.IsByGrant ? new StatementPanel { Approved = await OfOfficer(about).ToListAsync(cancellationToken) }
            : PanelOf(await OfMember(database, about).ToListAsync(cancellationToken), current);
    }

    /// <summary>Statements with who wrote them.</summary>
    public static IQueryable<WrittenStatement> OfMember(PortalDbContext database, IQueryable<PositionStatement> statements) =>
        statements.Select(s => new WrittenStatement(
            s, s.Period!.Title, database.Users.Where(u => u.Id == s.WrittenByUserId).Select(u => u.DisplayName).FirstOrDefault()));

    private static StatementPanel PanelOf(List<WrittenStatement> rows, CurrentSession current)
    {
        var draft = rows.Find(r => r.Statement.State == StatementState.Draft);
        return new StatementPanel
        {
            Approved = [.. rows.Where(r => r != draft).Select(r => r.Row())],
            Draft = draft?.Row(),
            MayWrite = current.RequiredTenant.Has(Permission.WriteUpdates),
            MayApprove = draft is not null && MessageAccess.Judge(typeof(ApprovePositionStatement), current) == Verdict.Allowed
                && StatementApproval.WhyNot(draft.Statement, current) is null,
        };
    }

    /// <summary>The database shows a link officer nobody's name, so none is asked for.</summary>
    private static IQueryable<StatementRow> OfOfficer(IQueryable<PositionStatement> statements) => statements.Select(s => new StatementRow
    {
        Id = s.Id,
        AsAt = s.AsAt,
        HowWell = s.HowWell,
        HowKnown = s.HowKnown,
        WhatNext = s.WhatNext,
        Grade = s.Grade,
        State = s.State,
        PeriodId = s.PeriodId,
        Report = s.Period!.Title,
        ApprovedAt = s.ApprovedAt,
    });
}
