using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Plans.Exports;

/// <summary>Any small plan comes back as it was handed out, in every format.</summary>
public sealed class RoundTripPropertyTests(OwnPortal portal) : IClassFixture<OwnPortal>
{
    private const int Plans = 12;

    private static readonly string[] Posts = ["Head of Fostering and Adoption", "HOS (Locality 1 & 5)", "Chief Officer – BIU", "Nurse, designated", "Lead / deputy"];

    private static readonly string[] Dates = ["Sept17", "Aug17 onwards", "31/03/2026", "on-going", "Set17", "to be agreed (June – July)", "quarterly", "when [it] is done", ""];

    private static readonly string[] Texts =
    [
        "Review the policy (all of it)", "Train staff (Head of QA – Sept17)", "=1+2", "- minus", "+44 numbers", "@home", "Report (a | b)", "Ask [x | y]", "and so on:",
        "Audit 30 cases\nand tell all", "Two lists\n- one\n- two", "Workforce: train", "Ends with a dash –", "Due: later [Due: Dec17]", "N/A", "Naïve “words” – £5 & <b>", "(Aug17)",
    ];

    [Fact]
    public async Task Export_AnyPlan_ComesBackTheSame()
    {
        var random = new Random(20_201_027);
        for (var i = 0; i < Plans; i++)
        {
            var drawn = Enumerable.Range(0, 300).Select(_ => Texts[random.Next(Texts.Length)]);
            var here = await portal.Data.CreatePartnershipAsync();
            await portal.Data.OnPlatformAsync(async database => (await database.Partnerships.SingleAsync(p => p.Id == here.Id)).Layout = Layout(random));
            await portal.Data.InTenantAsync(here.Id, database => Task.FromResult(database.Add(Plan(random, here.Id, new Queue<string>(drawn)))));
            var partnership = await portal.Data.OnPlatformAsync(database => database.Partnerships.SingleAsync(p => p.Id == here.Id));
            var (hints, stored) = await portal.Data.InTenantAsync(here.Id, async database => (await RoundTrip.HintsAsync(database, partnership), await RoundTrip.StoredAsync(database)));
            foreach (var format in new[] { "docx", "xlsx", "csv" })
            {
                var file = await ExportedFile.GetAsync(portal.ClientFor(here.Lead), here.Slug, format);
                Assert.Equal($"plan {i} as {format}", string.Join("\n", RoundTrip.Differences(stored, RoundTrip.Read(file.Read(hints))).Prepend($"plan {i} as {format}")));
            }
        }
    }

    /// <summary>Every field in some column, in any order, some under a group.</summary>
    private static PlanLayout Layout(Random random)
    {
        PlanField[] fields =
        [
            PlanField.What, PlanField.Difference, PlanField.Success, PlanField.Impact, PlanField.Evidence, PlanField.Risk, PlanField.Measures,
            .. random.Next(2) == 0 ? new[] { PlanField.SubActions } : [PlanField.Financial, PlanField.Workforce, PlanField.ClosingTheLoop, PlanField.OtherActions],
            .. random.Next(2) == 0 ? new[] { PlanField.Deadline, PlanField.Leads } : [PlanField.Number, PlanField.Status],
        ];
        random.Shuffle(fields);
        return new PlanLayout { Columns = [.. fields.Select((f, i) => new PlanColumn(f, $"Label {i}", i is 2 or 3 ? "Group" : null, i == 1 ? "A note" : null))] };
    }

    private static Plan Plan(Random random, int tenant, Queue<string> words)
    {
        var posts = Posts.Select(p => new LeadResponsibility { Name = $"{p} {tenant}" }).ToList();
        var plan = new Plan { Title = words.Dequeue() };
        for (var a = 1; a <= 2; a++)
        {
            var aim = new StretchAim { Number = $"{a}", Position = a, Statement = $"Aim {words.Dequeue().ReplaceLineEndings(" ")}", Vision = $"See {words.Dequeue()}", KeyOutcomes = ["One", "Two (Aug17)"] };
            var primary = new KeyDriver { Text = $"Driver {a}", Position = 0 };
            var secondary = new KeyDriver { Text = $"Below {a}", Position = 1, Parent = primary, Aim = aim };
            aim.Drivers.AddRange([primary, secondary]);
            KeyDriver?[] places = [primary, secondary, null];
            for (var p = 1; p <= 3; p++)
            {
                aim.Projects.Add(Project(random, plan, $"{a}.{p}", places[p - 1], posts, words));
            }

            plan.Aims.Add(aim);
        }

        return plan;
    }

    private static ImprovementProject Project(Random random, Plan plan, string number, KeyDriver? driver, List<LeadResponsibility> posts, Queue<string> words)
    {
        string Date() => Dates[random.Next(Dates.Length)];
        var project = new ImprovementProject
        {
            Number = number,
            Title = $"Do {words.Dequeue().ReplaceLineEndings(" ")}",
            Driver = driver,
            AimText = random.Next(2) == 0 ? null : $"In full {words.Dequeue()}",
            Position = number[^1],
            Difference = words.Dequeue(),
            Success = words.Dequeue(),
            Impact = random.Next(2) == 0 ? null : words.Dequeue(),
            EvidenceText = words.Dequeue(),
            Risk = random.Next(2) == 0 ? null : words.Dequeue(),
            Deadline = DeadlineParser.Parse(Date()),
        };
        project.Leads.AddRange(posts.OrderBy(_ => random.Next()).Take(random.Next(4)).Select((p, i) => new ProjectLead { LeadResponsibility = p, Position = i, Kind = (LeadKind)Math.Min(i, 2) }));
        SubActionCategory[] categories = [SubActionCategory.Financial, SubActionCategory.Workforce, SubActionCategory.ClosingTheLoop, SubActionCategory.Other];
        for (var s = 0; s < random.Next(6); s++)
        {
            var step = new SubAction { Text = words.Dequeue(), Category = categories[random.Next(4)], Position = s, Deadline = DeadlineParser.Parse(Date()) };
            step.Owners.AddRange(posts.Take(random.Next(3)).Select(o => new SubActionOwner { LeadResponsibility = o }));
            project.SubActions.Add(step);
        }

        project.CategoryNotes.Add(new CategoryNote { Category = categories[random.Next(4)], Text = "Dependent on caseloads" });
        project.Measures.AddRange(Enumerable.Range(0, random.Next(3)).Select(i => new Measure { Plan = plan, Title = $"{words.Dequeue().ReplaceLineEndings(" ")} {i}", Position = i, Deadline = DeadlineParser.Parse(Date()) }));
        return project;
    }
}
