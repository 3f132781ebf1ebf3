using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Queries;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Inspections.Statements;

/// <summary>What a chief officer reads before they approve a position statement on its own.</summary>
[Requires(Permission.ApproveQuarter)]
public sealed record GetStatementApproval(Guid Id) : IQuery<StatementApprovalPage>;

internal sealed class GetStatementApprovalHandler(PortalDbContext database, CurrentSession current, PlanClock clock)
    : IRequestHandler<GetStatementApproval, StatementApprovalPage?>
{
    public async Task<StatementApprovalPage?> Handle(GetStatementApproval query, CancellationToken cancellationToken)
    {
        var statements = database.StatementsFor(current.RequiredTenant).AsNoTracking().Where(s => s.Id == query.Id);
        var found = await StatementRows.OfMember(database, statements.Include(s => s.Recommendation))
            .FirstOrDefaultAsync(cancellationToken);
        if (found?.Statement.Recommendation is not { } about)
        {
            return null;
        }

        return new StatementApprovalPage(about.Id, about.Number, about.Text, found.Row())
        {
            Version = found.Statement.Version,
            Word = EnglishText.Capital(current.RequiredTenant.Partnership.Vocabulary.RecommendationWord),
            WhyNot = StatementApproval.WhyNot(found.Statement, current),
            Zone = clock.LocalTimeZone,
        };
    }
}
