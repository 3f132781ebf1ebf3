using InspectionPortal.Domain.Inspections;
using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Inspections.Statements;

/// <summary>A chief officer approves a position statement on its own, in the version that they read.</summary>
[Requires(Permission.ApproveQuarter)]
[ConfirmIdentity]
public sealed class ApprovePositionStatement : ICommand<Saved>
{
    [BindNever]
    public Guid Id { get; set; }

    /// <summary>Version on the page that they read.</summary>
    public uint Version { get; set; }
}

internal sealed class ApprovePositionStatementHandler(PortalDbContext database, CurrentSession current, TimeProvider time)
    : IRequestHandler<ApprovePositionStatement, Result<Saved>>
{
    private const string Newer =
        "Someone changed this draft after you opened it, so it is not approved. Read the new version, then approve it.";

    public async Task<Result<Saved>> Handle(ApprovePositionStatement command, CancellationToken cancellationToken)
    {
        var statement = await database.PositionStatements.SingleOrDefaultAsync(s => s.Id == command.Id, cancellationToken);
        if (statement is null)
        {
            return new Missing();
        }

        var saved = new Saved($"~/recommendations/{statement.RecommendationId}#position", "Position statement approved");
        if (statement.State == StatementState.Approved && statement.ApprovedByUserId == current.RequiredPerson.UserId)
        {
            return saved;
        }

        if (StatementApproval.WhyNot(statement, current) is { } reason)
        {
            return Failure.Field(string.Empty, reason);
        }

        if (statement.Version != command.Version)
        {
            return new Conflict(Newer);
        }

        statement.Approve(current.RequiredPerson.UserId, time.GetUtcNow());
        await database.SaveChangesAsync(cancellationToken);
        return saved;
    }
}
