using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.Evidence;
using InspectionPortal.Domain.Inspections;
using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Scrutiny;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InspectionPortal.Testing;

public sealed partial class TestData
{
    /// <summary>An account; without a password where none is given.</summary>
    public Task<TestPerson> CreatePersonAsync(string? password = null, bool administrator = false) => RunAsync(null, async (_, provider) =>
    {
        var users = provider.GetRequiredService<UserManager<PortalUser>>();
        var email = $"{Unique("person")}@tests.example";
        var user = new PortalUser
        {
            Id = Guid.CreateVersion7(),
            UserName = email,
            Email = email,
            EmailConfirmed = true,
            DisplayName = email.Split('@')[0],
            IsPlatformAdministrator = administrator,
        };
        var outcome = password is null ? await users.CreateAsync(user) : await users.CreateAsync(user, password);
        return outcome.Succeeded
            ? new TestPerson(user.Id, email, user.SecurityStamp!)
            : throw new InvalidOperationException(string.Join(' ', outcome.Errors.Select(e => e.Description)));
    });

    /// <summary>A partnership with one person of each role. Its canary stands in its name and in every row the builders make.</summary>
    public async Task<TestPartnership> CreatePartnershipAsync(Action<Partnership>? change = null)
    {
        var canary = Unique("canary");
        var slug = Unique("tests");
        var partnership = new Partnership { Slug = slug, Name = $"Partnership {canary}" };
        change?.Invoke(partnership);
        var id = await OnPlatformAsync(async database =>
        {
            database.Add(partnership);
            await database.SaveChangesAsync();
            return partnership.Id;
        });
        var people = new Dictionary<PartnershipRole, TestPerson>();
        foreach (var role in Enum.GetValues<PartnershipRole>())
        {
            people[role] = await CreatePersonAsync();
        }

        await InTenantAsync(id, database =>
        {
            foreach (var (role, person) in people)
            {
                database.Add(new Membership { UserId = person.Id, Role = role, Capacity = role == PartnershipRole.ChiefOfficer ? $"Chief {canary}" : null });
            }

            return Task.FromResult(true);
        });
        return new TestPartnership(id, slug, partnership.Name, canary, people);
    }

    /// <summary>A plan with an inspection, a recommendation, an aim, a driver, projects led by a responsibility that the contributor holds, a measure and an open period.</summary>
    public Task<TestPlan> CreatePlanAsync(TestPartnership partnership, int projects = 2) => InTenantAsync(partnership.Id, async database =>
    {
        var canary = partnership.Canary;
        var inspection = new Inspection { Title = $"Inspection {canary}", Published = new DateOnly(2019, 9, 3) };
        inspection.Bodies.Add(new InspectionBody { Name = "Care Inspectorate", IsLead = true });
        inspection.Questions.Add(new InspectionQuestion { Number = 1, Text = $"Question {canary}" });
        inspection.Gradings.Add(new Grading { Indicator = "QI 1.1", Title = $"Grading {canary}", Grade = "good" });
        inspection.Strengths.Add(new KeyStrength { Number = 1, Text = $"Strength {canary}" });
        var recommendation = new Recommendation { Number = "1", Text = $"Recommendation {canary}", Kind = RecommendationKind.PriorityArea };
        inspection.Recommendations.Add(recommendation);
        var review = new ProgressReview { Title = $"Review {canary}", Conclusion = $"Conclusion {canary}", Strengths = [$"Strength {canary}"] };
        review.Bodies.Add(new ReviewBody { Name = $"Reviewer {canary}", IsLead = true });
        review.Findings.Add(new ReviewFinding { Recommendation = recommendation, Text = $"Finding {canary}" });
        inspection.Reviews.Add(review);
        var plan = new Plan { Title = $"Plan {canary}", PeriodText = "2019 to 2020" };
        plan.Become(PlanState.Active, new DateOnly(2019, 10, 1));
        plan.Inspections.Add(new PlanInspection { Inspection = inspection });
        var aim = new StretchAim { Number = "1", Statement = $"Aim {canary}" };
        plan.Aims.Add(aim);
        var driver = new KeyDriver { Text = $"Driver {canary}" };
        aim.Drivers.Add(driver);
        var isSecond = await database.Agencies.AnyAsync(a => a.Code == "CSW");
        var agency = new Agency { Code = isSecond ? Unique("CSW") : "CSW", Name = $"Agency {canary}", Kind = AgencyKind.Service };
        var responsibility = new LeadResponsibility { Name = isSecond ? Unique($"Post {canary}") : $"Post {canary}", Agency = agency };
        responsibility.Holders.Add(new ResponsibilityHolder { UserId = partnership.Contributor.Id, From = new DateOnly(2020, 1, 1) });
        database.AddRange(inspection, plan, agency, responsibility);
        var made = new List<ImprovementProject>();
        for (var i = 1; i <= projects; i++)
        {
            var project = new ImprovementProject
            {
                Aim = aim,
                Driver = driver,
                Number = $"1.{i}",
                Position = i,
                Title = $"Project {i} {canary}",
                AimText = $"Project aim {canary}",
                Deadline = DeadlineParser.Parse("30 September 2020"),
                Status = ProjectStatus.InProgress,
            };
            project.Leads.Add(new ProjectLead { LeadResponsibility = responsibility });
            project.SubActions.Add(new SubAction { Text = $"Step {canary}" });
            project.CategoryNotes.Add(new CategoryNote { Category = SubActionCategory.Financial, Text = $"Note {canary}" });
            project.Dependencies.Add(new DependsOn { Words = $"Waits {canary}", OnAim = aim });
            project.Entries.Add(new UpdateEntry { Text = $"Before the portal {canary}", Agency = agency, BeforePortal = true, DateText = "Jan 20" });
            project.Answers.Add(new RecommendationLink { Recommendation = recommendation, Basis = LinkBasis.Inferred });
            var measure = new Measure { Plan = plan, Title = $"Measure {i} {canary}", Unit = "%" };
            measure.Targets.Add(new MeasureTarget { Value = 50, By = DeadlineParser.Parse("30 September 2020") });
            measure.Points.Add(new DataPoint { ValueText = "46%", Value = 46, Date = new DateOnly(2020, 9, 30) });
            measure.Annotations.Add(new MeasureAnnotation { Date = new DateOnly(2020, 9, 30), Text = $"Note {canary}" });
            measure.Phases.Add(new MeasurePhase { StartsOn = new DateOnly(2020, 9, 1), Reason = $"Rebase {canary}" });
            project.Measures.Add(measure);
            project.TestsOfChange.Add(new TestOfChange { Title = $"Test {canary}", Question = $"Question {canary}", Learnt = $"Learnt {canary}" });
            database.Add(project);
            made.Add(project);
        }

        database.AddRange(made.Take(1).Select(first => new SignalAnswer
        {
            Project = first,
            Kind = SignalAnswerKind.Disagreement,
            About = $"About {canary}",
            Text = $"Answer {canary}",
            At = DateTimeOffset.UtcNow,
            ByUserId = partnership.Lead.Id,
        }));
        var period = new ReportingPeriod
        {
            Plan = plan,
            Title = "July to September 2020",
            From = new DateOnly(2020, 7, 1),
            To = new DateOnly(2020, 9, 30),
            OpensOn = new DateOnly(2020, 10, 1),
            DueOn = new DateOnly(2020, 10, 30),
        };
        database.Add(period);
        await database.SaveChangesAsync();
        partnership.PlanId = plan.Id;
        return new TestPlan(
            plan.Id, inspection.Id, recommendation.Id, aim.Id, driver.Id, [.. made.Select(p => p.Id)],
            [.. made.SelectMany(p => p.Measures).Select(m => m.Id)], [.. made.SelectMany(p => p.SubActions).Select(s => s.Id)],
            period.Id, responsibility.Id, agency.Id, review.Id);
    });

    /// <summary>A link officer of a new body with a grant on the plan.</summary>
    public async Task<TestOfficer> CreateOfficerAsync(TestPartnership partnership, TestPlan plan, GrantScope scope)
    {
        var person = await CreatePersonAsync();
        var bodyId = await OnPlatformAsync(async database =>
        {
            var name = Unique("Body");
            var body = new ScrutinyBody { Name = name, ShortName = name };
            body.Officers.Add(new LinkOfficer { UserId = person.Id });
            database.Add(body);
            await database.SaveChangesAsync();
            return body.Id;
        });
        var grantId = await GrantAsync(partnership, plan, bodyId, scope);
        return new TestOfficer(person, bodyId, grantId);
    }

    public Task<Guid> GrantAsync(TestPartnership partnership, TestPlan plan, Guid bodyId, GrantScope scope) => InTenantAsync(partnership.Id, database =>
    {
        var grant = new ScrutinyGrant
        {
            BodyId = bodyId,
            PlanId = plan.Id,
            Scope = scope,
            From = DateTimeOffset.UtcNow.AddDays(-1),
            GrantedByUserId = partnership.Lead.Id,
        };
        database.Add(grant);
        return Task.FromResult(grant.Id);
    });

    /// <summary>A note as evidence for a project, released where asked.</summary>
    public Task<Guid> CreateNoteAsync(TestPartnership partnership, Guid projectId, string title, bool released) => InTenantAsync(partnership.Id, database =>
    {
        var item = new EvidenceItem { Title = title, Form = EvidenceForm.Note, AddedByUserId = partnership.Lead.Id, AddedAt = DateTimeOffset.UtcNow };
        item.Versions.Add(new EvidenceVersion
        {
            Number = 1,
            Sha256 = new string('0', 64),
            Note = $"Note {title}",
            Scan = ScanResult.NotNeeded,
            AddedAt = DateTimeOffset.UtcNow,
            AddedByUserId = partnership.Lead.Id,
            ReleasedAt = released ? DateTimeOffset.UtcNow : null,
        });
        item.Links.Add(new EvidenceLink { ProjectId = projectId });
        database.Add(item);
        return Task.FromResult(item.Id);
    });
}

/// <summary>Ids of a plan that a test made.</summary>
public sealed record TestPlan(
    Guid Id, Guid InspectionId, Guid RecommendationId, Guid AimId, Guid DriverId, IReadOnlyList<Guid> ProjectIds, IReadOnlyList<Guid> MeasureIds,
    IReadOnlyList<Guid> SubActionIds, Guid PeriodId, Guid ResponsibilityId, Guid AgencyId, Guid ReviewId);

/// <summary>A link officer that a test made.</summary>
public sealed record TestOfficer(TestPerson Person, Guid BodyId, Guid GrantId);
