using System.IO.Compression;
using System.Net;
using System.Text;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Reporting.Editions;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Testing;
using InspectionPortal.Web.Tests.Features.Imports;
using InspectionPortal.Web.Tests.Features.Plans.Exports;
using InspectionPortal.Web.Tests.Features.Reports;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Projects;

/// <summary>Every field of the catalogue, in everything that must know it: a new field is covered by being there.</summary>
public sealed class ProjectCatalogueTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private const string Form = "form.p-form";
    private static readonly string[] Formats = ["docx", "xlsx", "csv"];

    /// <summary>A column for every field that has one of its own.</summary>
    private static readonly PlanLayout AsWritten = new()
    {
        Columns = [new(PlanField.Number, null), new(PlanField.What, null), .. ProjectFields.OwnColumns.Select(f => new PlanColumn(f.Column!.Value, null))],
    };

    [Fact]
    public void Catalogue_EachField_HasANameALabelAndALimitOfItsOwn()
    {
        Assert.Equal(ProjectFields.All.Count, ProjectFields.All.Select(f => f.Name).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(ProjectFields.All.Count, ProjectFields.All.Select(f => f.Label).Distinct(StringComparer.Ordinal).Count());
        Assert.All(ProjectFields.OwnColumns, f => Assert.NotEmpty(f.Headers));
        Assert.Equal((500, PlanField.Risk, true), (Risk.MaxLength, Risk.Column, Risk.IsInReport));
        Assert.False(Risk.MayScrutinyRead(new PlanLayout()));

        // The other way round: no text of a project is forgotten by the catalogue.
        string[] elsewhere = [nameof(ImprovementProject.Number), nameof(ImprovementProject.Title),
            nameof(ImprovementProject.StatusReason), nameof(ImprovementProject.NoActionNeededReason), nameof(ImprovementProject.Rag),
            nameof(ImprovementProject.RagReason)];
        var texts = typeof(ImprovementProject).GetProperties().Where(p => p.PropertyType == typeof(string)).Select(p => p.Name);
        Assert.Equal(texts.Except(elsewhere, StringComparer.Ordinal).Order(StringComparer.Ordinal), ProjectFields.All.Select(f => f.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Form_EachField_SavesItAndPageHistoryAndSearchKnowIt()
    {
        var (here, plan) = await MakeAsync(PlanLayout.Default, isFilled: false);
        using var client = portal.ClientFor(here.Lead);
        var form = (await client.GetPageAsync(Edit(here, plan))).ShouldBeOk();
        var saved = await form.SubmitAsync(Form, [.. ProjectFields.All.Select(f => (f.Name, (string?)Text(f)))]);
        Assert.True(saved.Status == HttpStatusCode.Redirect, saved.Text);

        var project = await ProjectAsync(here, plan);
        var page = (await client.GetPageAsync($"/{here.Slug}/projects/{plan.ProjectIds[0]}")).ShouldBeOk();
        var again = (await client.GetPageAsync(Edit(here, plan))).ShouldBeOk();
        var history = (await client.GetPageAsync($"/{here.Slug}/history/project/{plan.ProjectIds[0]}")).ShouldBeOk();
        foreach (var field in ProjectFields.All)
        {
            Assert.Equal(Text(field), field.Get(project));
            Assert.Contains(Text(field), page.Text, StringComparison.Ordinal);
            Assert.Contains(Text(field), again.Html, StringComparison.Ordinal);
            Assert.Contains(Text(field), history.Text, StringComparison.Ordinal);
            foreach (var view in new[] { "", "/tree" })
            {
                var found = (await client.GetPageAsync($"{here.PlanPath}{view}?q={Text(field)}")).ShouldBeOk();
                Assert.True(found.Text.Contains($"Project 1 {here.Canary}", StringComparison.Ordinal), $"{field.Name} in {view}");
                Assert.DoesNotContain($"Project 2 {here.Canary}", found.Text, StringComparison.Ordinal);
            }
        }

        Assert.Contains($"{Risk.Label}: {Text(Risk)}", history.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_SavedByTwo_ShowsBothTextsOfEachField()
    {
        var (here, plan) = await MakeAsync(PlanLayout.Default, isFilled: false);
        using var client = portal.ClientFor(here.Lead);
        var mine = await client.GetPageAsync(Edit(here, plan));
        var theirs = await client.GetPageAsync(Edit(here, plan));
        await theirs.SubmitAsync(Form, [.. ProjectFields.All.Select(f => (f.Name, (string?)$"Their {f.Name}"))]);

        var conflict = await mine.SubmitAsync(Form, [.. ProjectFields.All.Select(f => (f.Name, (string?)$"My {f.Name}"))]);

        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        var both = conflict.Document.QuerySelectorAll(".p-both").Select(b => b.TextContent).ToList();
        Assert.All(ProjectFields.All, f => Assert.Contains(
            both, b => b.Contains($"Their {f.Name}", StringComparison.Ordinal) && b.Contains($"My {f.Name}", StringComparison.Ordinal)));
        Assert.Equal(ProjectFields.All.Count, both.Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Export_EachFieldInEachFormat_ImportsAgainWithoutLoss(bool hasColumns)
    {
        var (here, plan) = await MakeAsync(hasColumns ? AsWritten : PlanLayout.Default);
        foreach (var format in Formats)
        {
            var file = await ExportedFile.GetAsync(portal.ClientFor(here.Lead), here.Slug, format);
            var other = await portal.Data.CreatePartnershipAsync(p => p.Layout = hasColumns ? AsWritten : PlanLayout.Default);
            using var client = portal.ClientFor(other.Lead);
            var page = await client.ReadFileAsync(other, $"plan.{format}", file.Bytes);
            (await client.FollowAsync(await page.SubmitAsync("form[action$=confirm]"))).ShouldBeOk();

            var arrived = await portal.Data.InTenantAsync(other.Id, database => database.Projects.AsNoTracking().SingleAsync(p => p.Number == "1.1"));
            Assert.All(ProjectFields.All, f => Assert.Equal($"{format} {f.Name} {Text(f)}", $"{format} {f.Name} {f.Get(arrived)}"));
        }

        Assert.Equal(2, plan.ProjectIds.Count);
    }

    [Fact]
    public void Import_HeadersOfOtherPlans_FeedTheirField()
    {
        foreach (var field in ProjectFields.OwnColumns)
        {
            foreach (var header in field.Headers.Split('|'))
            {
                var result = Importing.Csv($"Action,Lead,Deadline,{header}\nTrain all staff,Head of QA,May 2025,Words of the column\n");
                Assert.Equal($"{header}: Words of the column", $"{header}: {result.Plan.Projects.Single().TextOf(field)}");
            }
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Plan_EachField_IsShownToMembersAndToLinkOfficersOnlyWhereOpen(bool isOpen)
    {
        var layout = AsWritten with { ShowRiskToScrutiny = isOpen };
        var (here, plan) = await MakeAsync(layout);
        var officer = await portal.Data.CreateOfficerAsync(here, plan, GrantScope.LivePlan);
        foreach (var (person, isOfficer) in new[] { (here.Reader, false), (officer.Person, true) })
        {
            using var client = portal.ClientFor(person);
            var table = (await client.GetPageAsync($"{here.PlanPath}?view=written")).ShouldBeOk();
            var page = (await client.GetPageAsync($"/{here.Slug}/projects/{plan.ProjectIds[0]}")).ShouldBeOk();
            var files = await Task.WhenAll(Formats.Select(async f => TextOf(await ExportedFile.GetAsync(client, here.Slug, f))));
            foreach (var field in ProjectFields.All)
            {
                var mayRead = !isOfficer || field.MayScrutinyRead(layout);
                Assert.Equal((field.Name, mayRead), (field.Name, page.Html.Contains(Text(field), StringComparison.Ordinal)));
                Assert.All(files, file => Assert.Equal((field.Name, mayRead), (field.Name, file.Contains(Text(field), StringComparison.Ordinal))));
                foreach (var view in new[] { "", "/tree" })
                {
                    var found = (await client.GetPageAsync($"{here.PlanPath}{view}?q={Text(field)}")).ShouldBeOk();
                    Assert.Equal((field.Name, view, mayRead), (field.Name, view, found.Text.Contains($"Project 1 {here.Canary}", StringComparison.Ordinal)));
                }

                if (ProjectFields.OwnColumns.Contains(field))
                {
                    Assert.Equal((field.Name, mayRead), (field.Name, table.Find($"#project-{plan.ProjectIds[0]}").TextContent.Contains(Text(field), StringComparison.Ordinal)));
                    Assert.Equal((field.Name, mayRead), (field.Name, table.Find(".p-plan thead").TextContent.Contains(field.ColumnLabel, StringComparison.Ordinal)));
                }
            }
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Report_EachField_IsKeptForMembersAndForScrutinyBodiesOnlyWhereOpen(bool isOpen)
    {
        var layout = PlanLayout.Default with { ShowRiskToScrutiny = isOpen };
        var (here, plan) = await MakeAsync(layout);
        var steps = new QuarterSteps(portal, here, plan);
        await portal.Data.AcceptUpdateAsync(here, plan, plan.ProjectIds[0]);
        await steps.CloseAsync();
        await steps.SubmitAsync();
        (await steps.As(here.Chief).FollowAsync(await steps.ApproveAsync(here.Chief))).ShouldBeOk();
        var officer = await portal.Data.CreateOfficerAsync(here, plan, GrantScope.ApprovedReports);

        var own = (await steps.As(here.Reader).GetPageAsync(steps.Report)).ShouldBeOk();
        var theirs = (await steps.As(officer.Person).GetPageAsync(steps.Report)).ShouldBeOk();
        var (full, edition) = (Encoding.UTF8.GetString(await steps.DownloadAsync(here.Chief)), Encoding.UTF8.GetString(await steps.DownloadAsync(officer.Person)));
        foreach (var field in ProjectFields.All.Where(f => f.IsInReport))
        {
            Assert.Contains($"{field.Label}: {Text(field)}", own.Text, StringComparison.Ordinal);
            Assert.Contains(Text(field), full, StringComparison.Ordinal);
            Assert.Equal((field.Name, field.MayScrutinyRead(layout)), (field.Name, theirs.Html.Contains(Text(field), StringComparison.Ordinal)));
            Assert.Equal((field.Name, field.MayScrutinyRead(layout)), (field.Name, edition.Contains(Text(field), StringComparison.Ordinal)));
        }

        var snapshot = CanonicalJson.Read<QuarterSnapshot>(Encoding.UTF8.GetBytes(full));
        Assert.Equal(full, Encoding.UTF8.GetString(CanonicalJson.Write(snapshot)));
        Assert.Equal(edition, Encoding.UTF8.GetString(CanonicalJson.Write(ScrutinyEdition.Of(snapshot))));
    }

    [Fact]
    public async Task Report_WithoutTexts_HasTheBytesOfQuartersFromBeforeTheField()
    {
        var steps = await QuarterSteps.MakeSubmittedAsync(portal);
        var submission = (await steps.SubmissionsAsync()).Single();
        foreach (var bytes in new[] { submission.Snapshot, submission.ScrutinyEdition })
        {
            var text = Encoding.UTF8.GetString(bytes);
            Assert.DoesNotContain("texts", text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("risk\":", text, StringComparison.OrdinalIgnoreCase);
        }

        Assert.Equal(submission.Snapshot, CanonicalJson.Write(CanonicalJson.Read<QuarterSnapshot>(submission.Snapshot)));
    }

    [Fact]
    public async Task LayoutPage_Ticked_OpensTheRiskToLinkOfficersAndUntickedClosesIt()
    {
        var (here, plan) = await MakeAsync(PlanLayout.Default);
        var officer = await portal.Data.CreateOfficerAsync(here, plan, GrantScope.LivePlan);
        using var lead = portal.ClientFor(here.Lead);
        foreach (var isOpen in new[] { false, true, false })
        {
            var form = (await lead.GetPageAsync($"/{here.Slug}/settings/words")).ShouldBeOk();
            var saved = await form.SubmitAsync(Form, ("ShowRiskToScrutiny", isOpen ? "true" : null));
            Assert.True(saved.Status == HttpStatusCode.Redirect, saved.Text);
            var page = (await portal.ClientFor(officer.Person).GetPageAsync($"/{here.Slug}/projects/{plan.ProjectIds[0]}")).ShouldBeOk();
            Assert.Equal(isOpen, page.Html.Contains(Text(Risk), StringComparison.Ordinal));
            form = (await lead.GetPageAsync($"/{here.Slug}/settings/words")).ShouldBeOk();
            Assert.Equal(isOpen, form.Find("input[type=checkbox][name=ShowRiskToScrutiny]").HasAttribute("checked"));
        }
    }

    private static ProjectField Risk => ProjectFields.Find(nameof(ImprovementProject.Risk))!;

    private static string Text(ProjectField field) => $"TextOf{field.Name}";

    private static string Edit(TestPartnership here, TestPlan plan) => $"/{here.Slug}/projects/{plan.ProjectIds[0]}/edit";

    private static string TextOf(ExportedFile file)
    {
        if (file.Format == "csv")
        {
            return Encoding.UTF8.GetString(file.Bytes);
        }

        using var archive = new ZipArchive(new MemoryStream(file.Bytes));
        return string.Concat(archive.Entries.Select(e =>
        {
            using var reader = new StreamReader(e.Open());
            return reader.ReadToEnd();
        }));
    }

    private async Task<(TestPartnership Here, TestPlan Plan)> MakeAsync(PlanLayout layout, bool isFilled = true)
    {
        var here = await portal.Data.CreatePartnershipAsync(p => (p.Layout, p.Quorum) = (layout, 1));
        var plan = await portal.Data.CreatePlanAsync(here);
        if (isFilled)
        {
            await portal.Data.InTenantAsync(here.Id, async database =>
            {
                var project = await database.Projects.SingleAsync(p => p.Id == plan.ProjectIds[0]);
                foreach (var field in ProjectFields.All)
                {
                    field.Set(project, Text(field));
                }

                return true;
            });
        }

        return (here, plan);
    }

    private Task<ImprovementProject> ProjectAsync(TestPartnership here, TestPlan plan) =>
        portal.Data.InTenantAsync(here.Id, database => database.Projects.AsNoTracking().SingleAsync(p => p.Id == plan.ProjectIds[0]));
}
