using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Ratings;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Queries;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Projects;

/// <summary>What is this project, is it working, can you prove it?</summary>
[Requires(Permission.ReadPlan)]
[LinkOfficerMay(GrantScope.LivePlan)]
public sealed record GetProject(Guid Id) : IQuery<ProjectPage>;

internal sealed class GetProjectHandler(PortalDbContext database, CurrentSession current, PlanClock clock, TimeProvider time)
    : IRequestHandler<GetProject, ProjectPage?>
{
    public async Task<ProjectPage?> Handle(GetProject request, CancellationToken cancellationToken)
    {
        var access = current.RequiredTenant;
        var head = await ReadHeadAsync(request.Id, access, cancellationToken);
        if (head is null)
        {
            return null;
        }

        var key = access.Partnership.RagKey;
        var relations = await new ProjectRelationsReader(database).ReadAsync(head, cancellationToken);
        var measures = await MeasureTables.OfProjectAsync(database, head.Id, cancellationToken);
        var readings = measures.ToDictionary(m => m.Id, m => MeasureReading.Of(m.ToSource() with { ProjectId = head.Id }, clock.Today));
        var told = await new ProjectHistory(database, key).ReadAsync(head, Me(access), cancellationToken);
        var isReal = head.NoActionNeededReason is null;
        return new ProjectPage(
            head, ProjectReading.Of(
                new ProjectDates(head.Deadline, head.Forecast, head.Status, head.Rag)
                {
                    LateSteps = head.Steps.Count(s => Lateness.OfStep(s.Deadline, s.Status, clock.Today, isProjectOver: false).IsLate),
                    StepWord = access.Partnership.Vocabulary.SubActionWord,
                },
                SignalSet.Of(readings.Values, clock.Today).OfProject(head.Id), key, clock.Today),
            Rating.Find(key, head.Rag), head.RagAcceptedAt is { } at ? DateFormat.LocalDay(at, access.Partnership.TimeZone) : null,
            DeadlineNote.Of(head.Deadline, clock.Today, !isReal || head.Status.IsFinished()), relations, measures, told,
            new ProjectMay(
                access.Has(Permission.EditPlan) && head.PlanState != PlanState.Closed,
                isReal && head.Status != ProjectStatus.Stopped && told.HasOpenPeriod && access.Has(Permission.WriteUpdates) && (told.IsOwn || access.Has(Permission.AcceptUpdates)),
                access.Has(Permission.AddEvidence) && (told.IsOwn || access.Has(Permission.EditPlan)), !access.IsByGrant,
                isReal && head.PlanState != PlanState.Closed && access.Has(Permission.WriteUpdates)
                    && (told.IsOwn || access.Has(Permission.EditPlan))),
            access.Partnership.Vocabulary, access.Partnership.Layout, key, clock.Today)
        {
            Readings = readings,
        };
    }

    private HistoryReader? Me(TenantAccess access) => access.IsByGrant
        ? null
        : new HistoryReader(current.RequiredPerson.UserId, DateFormat.LocalDay(time.GetUtcNow(), access.Partnership.TimeZone));

    /// <remarks>What it was carried over from and to is looked up by index: hence "not less than" (docs/performance.md).</remarks>
    private Task<ProjectHead?> ReadHeadAsync(Guid id, TenantAccess access, CancellationToken cancellationToken)
    {
        var plans = database.PlansFor(access);
        var others = database.Projects.Where(o => plans.Any(plan => plan.Id == o.PlanId));
        var (fields, isMember) = (access.ProjectFields, !access.IsByGrant);
        return database.Projects.AsNoTracking().Where(p => p.Id == id && plans.Any(plan => plan.Id == p.Aim!.PlanId))
            .SelectWithTexts(fields, (p, texts) => new ProjectHead
            {
                Id = p.Id,
                PlanId = p.Aim!.PlanId,
                PlanState = p.Aim.Plan!.State,
                Before = others.Where(o => o.Id == p.PredecessorId && o.TenantId >= p.TenantId)
                    .Select(o => new CarriedProject(o.Id, o.Number, o.Aim!.Plan!.Title)).FirstOrDefault(),
                After = others.Where(o => o.PredecessorId == p.Id && o.TenantId >= p.TenantId)
                    .Select(o => new CarriedProject(o.Id, o.Number, o.Aim!.Plan!.Title)).FirstOrDefault(),
                AimId = p.AimId,
                AimNumber = p.Aim.Number,
                AimStatement = p.Aim.Statement,
                Driver = p.Driver!.Text,
                Number = p.Number,
                Title = p.Title,
                Texts = new ProjectTexts(fields, texts),
                IsChangeIdea = p.IsChangeIdea,
                Deadline = p.Deadline,
                Forecast = p.Forecast,
                Status = p.Status,
                StatusReason = p.StatusReason,
                Rag = p.Rag,
                RagAcceptedAt = p.RagAcceptedAt,
                RagReason = isMember ? p.RagReason : null,
                NoActionNeededReason = p.NoActionNeededReason,
                Source = p.Source,
                Leads = p.Leads.OrderBy(l => l.Position).Select(l => new LeadName(l.LeadResponsibilityId, l.LeadResponsibility!.Name, l.Kind)).ToList(),
                Steps = p.SubActions.OrderBy(s => s.Position).Select(s => new ProjectStep(
                    s.Id, s.Text, s.Category, s.Deadline, s.Status, s.Result, s.Source, s.OwnersText,
                    s.Owners.Select(o => o.LeadResponsibility!.Name).ToList())).ToList(),
                Slips = p.Slips.OrderBy(s => s.At).Select(s => new ProjectSlip(s.From, s.To, s.Reason, s.At)).ToList(),
            })
            .FirstOrDefaultAsync(cancellationToken);
    }
}
