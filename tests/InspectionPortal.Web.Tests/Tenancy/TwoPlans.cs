using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.Evidence;
using InspectionPortal.Domain.Inspections;
using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Testing;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Tests.Features.Reports;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Tenancy;

/// <summary>
/// A portal with one partnership of two plans, tied to each other both ways in every way the forms offer. Every word of a
/// plan carries its plan's canary; what both plans share carries none.
/// </summary>
public sealed class TwoPlans : PortalFixture
{
    public TestPartnership Here { get; private set; } = null!;

    public TestPlan Granted { get; private set; } = null!;

    public TestPlan Other { get; private set; } = null!;

    /// <summary>In every word of the plan that is granted.</summary>
    public string GrantedCanary { get; } = TestData.Unique("granted");

    /// <summary>In every word of the plan that is not.</summary>
    public string OtherCanary { get; } = TestData.Unique("other");

    /// <summary>In the names of the two persons who lead work in both plans.</summary>
    public string PersonCanary { get; } = TestData.Unique("person");

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Here = await Data.CreatePartnershipAsync();
        Granted = await Data.CreatePlanAsync(Here with { Canary = GrantedCanary }, projects: 1);
        Other = await Data.CreatePlanAsync(Here with { Canary = OtherCanary }, projects: 1);
        foreach (var (plan, canary) in new[] { (Granted, GrantedCanary), (Other, OtherCanary) })
        {
            await Data.InTenantAsync(Here.Id, database => CompleteAsync(database, plan, canary));
        }

        var shared = await Data.InTenantAsync(Here.Id, ShareAsync);
        await Data.InTenantAsync(Here.Id, database => TieAsync(database, new Side(Granted, GrantedCanary), new Side(Other, OtherCanary), shared));
        await Data.InTenantAsync(Here.Id, database => TieAsync(database, new Side(Other, OtherCanary), new Side(Granted, GrantedCanary), shared));
        await Data.CreateImportAndArchiveAsync(Here, Other);
        foreach (var plan in new[] { Granted, Other })
        {
            var quarter = new QuarterSteps(this, Here, plan);
            await quarter.CloseAsync();
            await quarter.SubmitAsync();
            await quarter.ApproveAsync(Here.Chief);
            await Data.InTenantAsync(Here.Id, database => WithheldOnceAsync(database, plan));
        }
    }

    /// <summary>A report that was withheld and is shown again.</summary>
    private async Task<bool> WithheldOnceAsync(PortalDbContext database, TestPlan plan)
    {
        var report = await database.PublishedReports.AsNoTracking().FirstAsync(r => r.PlanId == plan.Id);
        var withheld = ReportWithholding.Of(report, $"Withheld {report.Title}", DateTimeOffset.UtcNow, Here.Chief.Id);
        withheld.Release($"Released {report.Title}", DateTimeOffset.UtcNow, Here.Chief.Id);
        database.Add(withheld);
        return true;
    }

    /// <summary>What <see cref="TestData.CreatePlanAsync"/> leaves out: every table that scrutiny may read has a row of the plan.</summary>
    private async Task<bool> CompleteAsync(PortalDbContext database, TestPlan plan, string canary)
    {
        var (now, project) = (DateTimeOffset.UtcNow, await database.Projects.FirstAsync(p => p.Id == plan.ProjectIds[0]));
        project.Number = canary[^8..];

        // What the other plan answers too is the inspectorate's word; a recommendation that only this plan answers keeps the canary.
        (await database.Recommendations.FirstAsync(r => r.Id == plan.RecommendationId)).Text = "Recommendation that both answer";
        var own = new Recommendation
        {
            InspectionId = plan.InspectionId,
            Number = "9",
            Text = $"Recommendation {canary}",
            Kind = RecommendationKind.PriorityArea,
        };
        database.Add(own);
        database.Add(new ScrutinyRequest { Recommendation = own, BodyName = "Body", Text = $"Asked {canary}", AskedAt = now });
        var said = new PositionStatement { Recommendation = own, HowWell = $"Well {canary}", AsAt = new DateOnly(2020, 9, 30) };
        said.Write(Here.Contributor.Id, now);
        said.Approve(Here.Chief.Id, now);
        database.Add(said);
        var (met, today) = (RecommendationState.Met, DateOnly.FromDateTime(now.UtcDateTime));
        database.Add(new RecommendationDecision
        {
            Recommendation = own,
            InspectionId = plan.InspectionId,
            State = met,
            On = today,
            Note = $"Met {canary}",
        });
        (await database.ReportingPeriods.FirstAsync(p => p.Id == plan.PeriodId)).Title = $"Quarter {canary}";
        var point = await database.DataPoints.FirstAsync(p => p.MeasureId == plan.MeasureIds[0]);
        var update = new ProgressUpdate
        {
            PeriodId = plan.PeriodId,
            ProjectId = project.Id,
            State = UpdateState.Accepted,
            RagProposed = "at-risk",
            RagAccepted = "at-risk",
            SubmittedByUserId = Here.Contributor.Id,
            ReviewedByUserId = Here.Lead.Id,
            ReviewedAt = now,
            SavedAt = now,
        };
        update.Entries.Add(new UpdateEntry { ProjectId = project.Id, AgencyId = plan.AgencyId, Text = $"Said {canary}" });
        var step = await database.SubActions.FirstAsync(s => s.ProjectId == project.Id);
        step.Owners.Add(new SubActionOwner { LeadResponsibilityId = plan.ResponsibilityId });
        database.AddRange(
            update,
            new PlanSection { PlanId = plan.Id, Heading = $"Section {canary}", Body = $"Body {canary}" },
            new ExternalPlan { PlanId = plan.Id, Title = $"External plan {canary}" },
            new DeadlineSlip
            {
                Project = project,
                From = project.Deadline,
                To = DeadlineParser.Parse("31 December 2020"),
                Reason = $"Slip {canary}",
                At = now,
                ByUserId = Here.Lead.Id,
            },
            new PointCorrection { MeasureId = plan.MeasureIds[0], PointId = point.Id, ValueText = "1", Why = $"Corrected {canary}", At = now, ByUserId = Here.Lead.Id },
            Answer(plan.MeasureIds[0], canary));
        var note = Evidence($"Evidence {canary}");
        note.Links.AddRange([new EvidenceLink { ProjectId = project.Id }, new EvidenceLink { SubActionId = step.Id }, new EvidenceLink { MeasureId = plan.MeasureIds[0] }]);
        note.Links.Add(new EvidenceLink { Update = update });
        database.Add(note);
        return true;
    }

    /// <summary>What belongs to neither plan alone: an inspection that both answer, who leads in both, evidence for both.</summary>
    private async Task<Shared> ShareAsync(PortalDbContext database)
    {
        var inspection = new Inspection { Title = "Inspection of both" };
        var recommendation = new Recommendation { Number = "S1", Text = "Recommendation to both", Kind = RecommendationKind.PriorityArea };
        var priority = new Recommendation { Number = "S2", Text = "Priority of both", Kind = RecommendationKind.OwnPriority };
        inspection.Recommendations.Add(recommendation);
        var post = new LeadResponsibility { Name = "Post of both" };
        var persons = new[] { "Ada", "Grace" }.Select(name => new LeadResponsibility
        {
            Name = $"{name} {PersonCanary}",
            Kind = ResponsibilityKind.Person,
            AlsoWritten = [$"{name[..1]} {PersonCanary}"],
        }).ToList();
        var item = Evidence("Evidence for both");
        item.Links.Add(new EvidenceLink { Recommendation = recommendation });
        foreach (var plan in new[] { Granted, Other })
        {
            var step = await database.SubActions.FirstAsync(s => s.ProjectId == plan.ProjectIds[0]);
            item.Links.AddRange([new EvidenceLink { ProjectId = plan.ProjectIds[0] }, new EvidenceLink { MeasureId = plan.MeasureIds[0] }, new EvidenceLink { SubActionId = step.Id }]);
            database.AddRange(
                new PlanInspection { PlanId = plan.Id, Inspection = inspection },
                new ProjectLead { ProjectId = plan.ProjectIds[0], LeadResponsibility = post },
                new SubActionOwner { SubActionId = step.Id, LeadResponsibility = post });
            database.AddRange(persons.Select(p => new ProjectLead { ProjectId = plan.ProjectIds[0], LeadResponsibility = p }));
            database.AddRange(persons.Select(p => new SubActionOwner { SubActionId = step.Id, LeadResponsibility = p }));
            (await database.Measures.FirstAsync(m => m.Id == plan.MeasureIds[0])).LeadResponsibilityId = persons[0].Id;
        }

        database.AddRange(inspection, priority, item);
        await database.SaveChangesAsync();
        return new Shared(recommendation.Id, priority.Id);
    }

    /// <summary>Ties one plan to the other. What is typed about the other plan names it, so it may not be shown where only one of them is granted.</summary>
    private async Task<bool> TieAsync(PortalDbContext database, Side from, Side to, Shared shared)
    {
        var (project, both) = (from.Plan.ProjectIds[0], $"{from.Canary} {to.Canary}");
        var used = new Measure { PlanId = to.Plan.Id, ProjectId = to.Plan.ProjectIds[0], Title = $"Measure used by both {Guid.NewGuid():N}", Unit = "%" };
        used.Points.Add(new DataPoint { ValueText = "46%", Value = 46, Date = new DateOnly(2020, 9, 30) });
        var test = new TestOfChange { ProjectId = project, Title = $"Test {from.Canary}", Learnt = $"Learnt {from.Canary}", MeasureId = to.Plan.MeasureIds[0] };
        var testOfUsed = new TestOfChange { ProjectId = project, Title = $"Test {from.Canary}", Question = $"Question {from.Canary}", Measure = used };
        database.AddRange(
            test,
            testOfUsed,
            new DependsOn { ProjectId = project, Words = $"Waits for {both}", OnProjectId = to.Plan.ProjectIds[0] },
            new DependsOn { ProjectId = project, Words = $"Waits for the aim {both}", OnAimId = to.Plan.AimId },
            new MeasureUse { Measure = used, AimId = from.Plan.AimId },
            new MeasureUse { Measure = used, DriverId = from.Plan.DriverId },
            new MeasureUse { Measure = used, ProjectId = project },
            new MeasureAnnotation { MeasureId = to.Plan.MeasureIds[0], Date = new DateOnly(2020, 9, 30), Text = $"Tested {from.Canary}", TestOfChange = test },
            new MeasureAnnotation { Measure = used, Date = new DateOnly(2020, 9, 30), Text = $"Tested {from.Canary}", TestOfChange = testOfUsed },
            Answer(used, to.Canary));
        foreach (var recommendation in new[] { to.Plan.RecommendationId, shared.RecommendationId, shared.PriorityId })
        {
            database.AddRange(
                new RecommendationLink { RecommendationId = recommendation, ProjectId = project, Why = $"Because {from.Canary}" },
                new RecommendationLink { RecommendationId = recommendation, AimId = from.Plan.AimId, Why = $"Because {from.Canary}" },
                new RecommendationLink { RecommendationId = recommendation, DriverId = from.Plan.DriverId, Why = $"Because {from.Canary}" },
                new RecommendationLink { RecommendationId = recommendation, MeasureId = from.Plan.MeasureIds[0], Why = $"Because {from.Canary}" });
        }

        var entry = await database.UpdateEntries.FirstAsync(e => e.ProjectId == project && e.UpdateId != null);
        entry.MeasureId = to.Plan.MeasureIds[0];
        database.Add(new UpdateFigure { UpdateId = entry.UpdateId!.Value, MeasureId = to.Plan.MeasureIds[0], ValueText = from.Canary });
        return true;
    }

    private SignalAnswer Answer(Measure measure, string canary)
    {
        var answer = Answer(measure.Id, canary);
        answer.Measure = measure;
        return answer;
    }

    private SignalAnswer Answer(Guid measure, string canary) => new()
    {
        MeasureId = measure,
        Kind = SignalAnswerKind.Signal,
        About = $"About {canary}",
        Text = $"Answer {canary}",
        At = DateTimeOffset.UtcNow,
        ByUserId = Here.Lead.Id,
    };

    private EvidenceItem Evidence(string title)
    {
        var item = new EvidenceItem { Title = title, Form = EvidenceForm.Note, AddedByUserId = Here.Lead.Id, AddedAt = DateTimeOffset.UtcNow };
        item.Versions.Add(new EvidenceVersion
        {
            Number = 1,
            Sha256 = new string('0', 64),
            Note = title,
            Scan = ScanResult.NotNeeded,
            AddedAt = DateTimeOffset.UtcNow,
            AddedByUserId = Here.Lead.Id,
            ReleasedAt = DateTimeOffset.UtcNow,
        });
        return item;
    }

    private sealed record Side(TestPlan Plan, string Canary);

    private sealed record Shared(Guid RecommendationId, Guid PriorityId);
}
