using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using InspectionPortal.Domain.Imports;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.PlanDocuments.PortalFormat;
using InspectionPortal.Testing;
using InspectionPortal.Web.Data.Rows;
using InspectionPortal.Web.Tests.Features.Imports;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Plans.Exports;

/// <summary>A plan that is exported and imported into a new partnership is whole: every value of every row, in every format.</summary>
public sealed partial class WholePlanTests(OwnPortal portal) : IClassFixture<OwnPortal>
{
    private static readonly string[] Formats = ["docx", "xlsx", "csv"];

    [Fact]
    public Task Model_EveryEntity_GoesWithThePlanOrIsLeftOutWithAReason() => portal.Data.OnPlatformAsync(database =>
    {
        var own = database.Model.GetEntityTypes().Select(e => e.ClrType).Where(t => typeof(ITenantScoped).IsAssignableFrom(t)).ToHashSet();
        Assert.Empty(own.Where(t => PlanCopyModel.Kinds.Contains(t) == PlanCopyModel.KindsLeftOut.ContainsKey(t)).Select(t => t.Name));
        Assert.Empty(PlanCopyModel.KindsLeftOut.Keys.Except(own).Select(t => t.Name));
        Assert.All(PlanCopyModel.KindsLeftOut.Values.Concat(PlanCopyModel.ValuesLeftOut.Values), why => Assert.True(why.Length > 20));
        Assert.Empty(PlanCopyModel.ValuesLeftOut.Keys.Where(k => database.Model.FindEntityType(k.Kind)!.FindProperty(k.Value) is null));
        Assert.Empty(
            from kind in PlanCopyModel.Kinds
            from property in database.Model.FindEntityType(kind)!.GetProperties()
            where PlanCopyModel.Takes(property) && property.IsNullable && property.PropertyInfo!.GetValue(Activator.CreateInstance(kind)) is not null
            select $"{kind.Name}.{property.Name} may be empty and is not in a new row: a copy leaves out what is empty");
        Assert.Empty(
            from kind in PlanCopyModel.Kinds
            from key in database.Model.FindEntityType(kind)!.GetForeignKeys()
            let of = key.PrincipalEntityType.ClrType
            where of != kind && of != typeof(Partnership) && PlanCopyModel.PlaceOf(of) > PlanCopyModel.PlaceOf(kind) && key.Properties.All(p => p.Name == "TenantId" || PlanCopyModel.Takes(p))
            select $"{kind.Name} comes before {of.Name}, which it refers to");
        return Task.FromResult(true);
    });

    [Theory]
    [InlineData("docx")]
    [InlineData("xlsx")]
    [InlineData("csv")]
    public async Task Export_EveryValueOfEveryRow_ComesBackInANewPartnership(string format)
    {
        var here = await FilledAsync();
        var before = await portal.Data.InTenantAsync(here.Id, PlanRowText.ReadAsync);
        AssertFilled(before);

        var there = await ImportAsync(await ExportedFile.GetAsync(portal.ClientFor(here.Lead), here.Slug, format));

        AssertSame(before, await portal.Data.InTenantAsync(there.Id, PlanRowText.ReadAsync));
        var partnership = await portal.Data.OnPlatformAsync(database => database.Partnerships.SingleAsync(p => p.Id == there.Id));
        Assert.Equal(FilledPlan.Words, partnership.Vocabulary);
        Assert.Equal(FilledPlan.Key, partnership.RagKey);
        Assert.Equal(FilledPlan.Columns.Columns, partnership.Layout.Columns);
        Assert.False(partnership.Layout.ShowVision);
    }

    [Fact]
    public async Task Export_HistoryOfUpdates_ComesBackWithAgencyAndDateEach()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        var plan = await portal.Data.CreatePlanAsync(here);
        await portal.Data.CreateUpdateToReadAsync(here, plan, plan.ProjectIds[0], UpdateState.Accepted, "Accepted words");
        await portal.Data.CreateUpdateToReadAsync(here, plan, plan.ProjectIds[1], UpdateState.Submitted, "Waiting words");
        foreach (var format in Formats)
        {
            var there = await ImportAsync(await ExportedFile.GetAsync(portal.ClientFor(here.Lead), here.Slug, format));
            var entries = await portal.Data.InTenantAsync(there.Id, database => database.UpdateEntries.OrderBy(e => e.Project!.Number).ThenBy(e => e.Position)
                .Select(e => $"{e.Project!.Number} {e.Position} {(e.Agency == null ? "" : e.Agency.Code)} {e.DateText}: {e.Text}").ToListAsync());

            Assert.Equal(3, entries.Count);
            Assert.Single(entries, e => e.EndsWith("Accepted words", StringComparison.Ordinal));
            Assert.Equal(2, entries.Count(e => e.Contains("CSW Jan 20: Before the portal", StringComparison.Ordinal)));
            Assert.DoesNotContain(entries, e => e.Contains("Waiting", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Word_SavedByAnotherProgram_IsStillKnown(bool keepsCopy)
    {
        var here = await FilledAsync();
        var file = await ExportedFile.GetAsync(portal.ClientFor(here.Lead), here.Slug, "docx");
        var saved = Resaved(file.Bytes, keepsCopy);

        var there = await ImportAsync(file with { Bytes = saved });

        if (keepsCopy)
        {
            AssertSame(await portal.Data.InTenantAsync(here.Id, PlanRowText.ReadAsync), await portal.Data.InTenantAsync(there.Id, PlanRowText.ReadAsync));
        }
        else
        {
            // The property of the file still says what the columns hold, so the words are read as the portal wrote them.
            var read = (file with { Bytes = saved }).Read();
            Assert.Null(read.Copy);
            Assert.All(read.Plan.Projects, p => Assert.NotNull(p.Own));
        }
    }

    /// <summary>The same with a real program, where it is installed.</summary>
    [Fact]
    public async Task Word_SavedByLibreOffice_ComesBackWhole()
    {
        var here = await FilledAsync();
        var file = await ExportedFile.GetAsync(portal.ClientFor(here.Lead), here.Slug, "docx");
        if (await ByLibreOfficeAsync(file.Bytes) is not { } saved)
        {
            return;
        }

        Assert.DoesNotContain("tblDescription", (file with { Bytes = saved }).Part("word/document.xml"), StringComparison.Ordinal);
        var there = await ImportAsync(file with { Bytes = saved });

        AssertSame(await portal.Data.InTenantAsync(here.Id, PlanRowText.ReadAsync), await portal.Data.InTenantAsync(there.Id, PlanRowText.ReadAsync));
    }

    [Fact]
    public async Task Import_WordsChangedSinceTheExport_AreTakenAndTheRestIsWhole()
    {
        var here = await FilledAsync();
        var file = await ExportedFile.GetAsync(portal.ClientFor(here.Lead), here.Slug, "csv");
        var text = Encoding.UTF8.GetString(file.Bytes).Replace("ImprovementProject Title 0", "Another title", StringComparison.Ordinal);

        var there = await ImportAsync(file with { Bytes = Encoding.UTF8.GetBytes(text) });

        var (before, after) = (await portal.Data.InTenantAsync(here.Id, PlanRowText.ReadAsync), await portal.Data.InTenantAsync(there.Id, PlanRowText.ReadAsync));
        Assert.Equal(before.Count, after.Count);
        Assert.Single(after, r => r.StartsWith("ImprovementProject:", StringComparison.Ordinal) && r.Contains("Title = \"Another title", StringComparison.Ordinal));
        Assert.Equal(
            before.Count(r => r.StartsWith("DataPoint:", StringComparison.Ordinal) || r.StartsWith("Agency:", StringComparison.Ordinal)),
            after.Count(r => r.StartsWith("DataPoint:", StringComparison.Ordinal) || r.StartsWith("Agency:", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Import_RowTakenOut_IsNotImportedAndSaid()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        var plan = await portal.Data.CreatePlanAsync(here, 3);
        var file = await ExportedFile.GetAsync(portal.ClientFor(here.Lead), here.Slug, "csv");
        var lines = Encoding.UTF8.GetString(file.Bytes).Split("\r\n").Where(l => !l.Contains(",1.3,", StringComparison.Ordinal));

        var there = await portal.Data.CreatePartnershipAsync();
        var client = portal.ClientFor(there.Lead);
        var page = await client.ReadFileAsync(there, "plan.csv", Encoding.UTF8.GetBytes(string.Join("\r\n", lines)));
        Assert.Contains("Taken out of the table since the file was exported, so not imported: 1.3 Project 3", page.Text, StringComparison.Ordinal);
        (await client.FollowAsync(await page.SubmitAsync("form[action$=confirm]"))).ShouldBeOk();

        Assert.Equal(plan.ProjectIds.Count - 1, await portal.Data.InTenantAsync(there.Id, database => database.Projects.CountAsync()));
        Assert.Equal(plan.MeasureIds.Count - 1, await portal.Data.InTenantAsync(there.Id, database => database.Measures.CountAsync()));
    }

    [Fact]
    public async Task Export_FilteredOrForALinkOfficer_CarriesNoCopy()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        var plan = await portal.Data.CreatePlanAsync(here);
        var live = await portal.Data.CreateOfficerAsync(here, plan, GrantScope.LivePlan);
        foreach (var format in Formats)
        {
            Assert.NotNull((await ExportedFile.GetAsync(portal.ClientFor(here.Reader), here.Slug, format)).Read().Copy);
            Assert.Null((await ExportedFile.GetAsync(portal.ClientFor(here.Lead), here.Slug, format, "?status=InProgress")).Read().Copy);
            Assert.Null((await ExportedFile.GetAsync(portal.ClientFor(live.Person), here.Slug, format)).Read().Copy);
        }
    }

    [Fact]
    public async Task Import_CopyThatWasMadeUp_ReachesNothingOfThePartnershipAndIsRefused()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        await portal.Data.CreatePlanAsync(here);
        var file = await ExportedFile.GetAsync(portal.ClientFor(here.Lead), here.Slug, "csv");
        var there = await portal.Data.CreatePartnershipAsync();
        var victim = await portal.Data.CreatePlanAsync(there, 1);
        foreach (var (what, change) in Forgeries(victim))
        {
            var content = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(file.Read().Copy!.Json)!;
            var rows = content["rows"].Deserialize<Dictionary<string, List<Dictionary<string, JsonElement>>>>()!;
            change(rows);
            content["rows"] = JsonSerializer.SerializeToElement(rows);
            var forged = WithCopy(file, new PlanCopy(JsonSerializer.Serialize(content)).Pack());
            var client = portal.ClientFor(there.Lead);

            var page = await ReadAsNewAsync(client, there, forged);
            page.ShouldBeOk();
            Assert.True(page.Text.Contains("The copy of the plan in the file is damaged", StringComparison.Ordinal), what);
            (await client.FollowAsync(await page.SubmitAsync("form[action$=confirm]"))).ShouldBeOk();
            Assert.Equal(1, await portal.Data.InTenantAsync(there.Id, database => database.Projects.CountAsync(p => p.PlanId == victim.Id)));
            Assert.Equal(1, await portal.Data.InTenantAsync(there.Id, database => database.DataPoints.CountAsync()));
        }
    }

    [Fact]
    public async Task Import_CopyCutOff_ReadsTheWordsAlone()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        await portal.Data.CreatePlanAsync(here);
        var file = await ExportedFile.GetAsync(portal.ClientFor(here.Lead), here.Slug, "csv");
        foreach (var line in new[] { "inspection-portal-plan:1:00:AAAA", "inspection-portal-plan:99:00:AAAA", "hello" })
        {
            var there = await ImportAsync(file with { Bytes = WithCopy(file, line) });
            Assert.Equal(2, await portal.Data.InTenantAsync(there.Id, database => database.Projects.CountAsync()));
            Assert.Equal(0, await portal.Data.InTenantAsync(there.Id, database => database.DataPoints.CountAsync()));
        }
    }

    [Fact]
    public async Task Undo_OfAPlanThatCameWhole_LeavesNothing()
    {
        var here = await portal.Data.CreatePartnershipAsync(p => (p.Vocabulary, p.RagKey) = (FilledPlan.Words, [.. FilledPlan.Key]));
        var plan = await portal.Data.CreatePlanAsync(here);
        var file = await ExportedFile.GetAsync(portal.ClientFor(here.Lead), here.Slug, "xlsx");

        // The test's plan has an answer to a signal, which is kept for ever: then the page says so and offers no way.
        var (kept, page) = await ImportPageAsync(file);
        Assert.Contains("cannot be undone, because it brought 1 answer to a signal", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("form[action$=undo]"));
        Assert.Equal(1, await portal.Data.InTenantAsync(kept.Id, database => database.SignalAnswers.CountAsync()));

        var content = file.Read().Copy!.Read();
        var rows = content.Rows.Where(r => r.Key != "SignalAnswer").ToDictionary(r => r.Key, r => r.Value);
        var csv = await ExportedFile.GetAsync(portal.ClientFor(here.Lead), here.Slug, "csv");
        var (there, done) = await ImportPageAsync(csv with { Bytes = WithCopy(csv, PlanCopy.Of(content with { Rows = rows })!.Pack()) });
        (await portal.ClientFor(there.Lead).FollowAsync(await done.SubmitAsync("form[action$=undo]"))).ShouldBeOk();

        Assert.Equal(ImportState.Undone, await portal.Data.InTenantAsync(there.Id, database => database.PlanImports.Select(i => i.State).SingleAsync()));
        Assert.Empty(await portal.Data.InTenantAsync(there.Id, PlanRowText.ReadAsync));
        var partnership = await portal.Data.OnPlatformAsync(database => database.Partnerships.SingleAsync(p => p.Id == there.Id));
        Assert.Equal((new Vocabulary(), Domain.Ratings.RatingKey.Default[0]), (partnership.Vocabulary, partnership.RagKey[0]));
        Assert.Equal(2, plan.ProjectIds.Count);
    }

    private static IEnumerable<(string What, Action<Dictionary<string, List<Dictionary<string, JsonElement>>>> Change)> Forgeries(TestPlan victim)
    {
        yield return ("a number that is too long", rows => Set(rows, "ImprovementProject", "Number", new string('1', 21)));
        yield return ("a status that there is not", rows => Set(rows, "ImprovementProject", "Status", "Wonderful"));
        yield return ("no title", rows => rows["ImprovementProject"][0].Remove("Title"));
        yield return ("a text that the database refuses", rows => Set(rows, "ImprovementProject", "Title", "a\0b"));
        yield return ("two plans", rows => rows["Plan"].Add(new() { ["Id"] = JsonSerializer.SerializeToElement(Guid.NewGuid()) }));
        yield return ("a measure of two things", rows => Set(rows, "Measure", "AimId", rows["StretchAim"][0]["Id"].GetGuid()));
        yield return ("a link twice", rows => rows["RecommendationLink"].Add(new(rows["RecommendationLink"][0]) { ["Id"] = JsonSerializer.SerializeToElement(Guid.NewGuid()) }));
        yield return ("the same id twice", rows => Set(rows, "Measure", "Id", rows["Plan"][0]["Id"].GetGuid()));
        yield return ("a figure of words", rows => Set(rows, "MeasurePoint", "Value", "many"));
        yield return ("another plan's id as its own", rows => Set(rows, "Plan", "Title", victim.Id.ToString().PadRight(201)));
    }

    private static void Set<T>(Dictionary<string, List<Dictionary<string, JsonElement>>> rows, string kind, string value, T to) =>
        rows[kind][0][value] = JsonSerializer.SerializeToElement(to);

    /// <summary>The file as if the portal had written another copy into it.</summary>
    private static byte[] WithCopy(ExportedFile csv, string line)
    {
        var text = Encoding.UTF8.GetString(csv.Bytes);
        var pieces = PlanCopyCarrier.Pieces(line);
        Assert.Single(pieces);
        Assert.Single(Piece().Matches(text));
        return Encoding.UTF8.GetBytes(Piece().Replace(text, pieces[0]));
    }

    /// <summary>What programs drop when they save a Word file: the description of tables, and some of them parts that they do not know.</summary>
    private static byte[] Resaved(byte[] bytes, bool keepsCopy)
    {
        using var stream = new MemoryStream();
        stream.Write(bytes);
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            Change(archive, "word/document.xml", text => TableWords().Replace(text, string.Empty));
            if (!keepsCopy)
            {
                Change(archive, "word/_rels/document.xml.rels", text => CopyRelation().Replace(text, string.Empty));
                foreach (var part in archive.Entries.Where(e => e.FullName.StartsWith("customXml/", StringComparison.Ordinal)).ToList())
                {
                    part.Delete();
                }
            }
        }

        return stream.ToArray();
    }

    /// <summary>The file as LibreOffice saves it; null where LibreOffice is not installed.</summary>
    private async Task<byte[]?> ByLibreOfficeAsync(byte[] bytes)
    {
        var program = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(p => Path.Combine(p, "soffice")).FirstOrDefault(File.Exists);
        if (program is null)
        {
            return null;
        }

        var folder = Directory.CreateDirectory(Path.Combine(portal.DataDirectory, $"{Guid.NewGuid():N}")).FullName;
        await File.WriteAllBytesAsync(Path.Combine(folder, "plan.docx"), bytes);
        var start = new ProcessStartInfo(program)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        foreach (var argument in new[] { $"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir", "saved", "plan.docx" })
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        return await File.ReadAllBytesAsync(Path.Combine(folder, "saved", "plan.docx"));
    }

    private static void Change(ZipArchive archive, string path, Func<string, string> change)
    {
        string text;
        using (var reader = new StreamReader(archive.GetEntry(path)!.Open()))
        {
            text = reader.ReadToEnd();
        }

        archive.GetEntry(path)!.Delete();
        using var writer = new StreamWriter(archive.CreateEntry(path).Open());
        var changed = change(text);
        Assert.NotEqual(text, changed);
        writer.Write(changed);
    }

    private async Task<TestPartnership> FilledAsync()
    {
        var here = await portal.Data.CreatePartnershipAsync(p => (p.Vocabulary, p.Layout, p.RagKey) = (FilledPlan.Words, FilledPlan.Columns, [.. FilledPlan.Key]));
        await portal.Data.InTenantAsync(here.Id, database =>
        {
            new FilledPlan(database, here.Lead.Id).Add();
            return Task.FromResult(true);
        });
        return here;
    }

    private async Task<TestPartnership> ImportAsync(ExportedFile file) => (await ImportPageAsync(file)).Partnership;

    private async Task<(TestPartnership Partnership, TestPage Page)> ImportPageAsync(ExportedFile file)
    {
        var there = await portal.Data.CreatePartnershipAsync();
        var client = portal.ClientFor(there.Lead);
        var page = await client.ReadFileAsync(there, $"plan.{file.Format}", file.Bytes);
        var done = await client.FollowAsync(await page.SubmitAsync("form[action$=confirm]"));
        Assert.Equal(HttpStatusCode.OK, done.ShouldBeOk().Status);
        Assert.Equal(ImportState.BroughtIn, await portal.Data.InTenantAsync(there.Id, database => database.PlanImports.Select(i => i.State).SingleAsync()));
        return (there, done);
    }

    private static async Task<TestPage> ReadAsNewAsync(HttpClient client, TestPartnership there, byte[] bytes)
    {
        var start = (await client.OpenAsync($"/{there.Slug}/plans/import")).ShouldBeOk();
        using var form = new MultipartFormDataContent();
        foreach (var (field, value) in TestPage.FieldsOf((AngleSharp.Html.Dom.IHtmlFormElement)start.Find("form[enctype]")).Where(f => f.Key != "Into"))
        {
            form.Add(new StringContent(value), field);
        }

        form.Add(new StringContent("new"), "Into");
        using var content = new ByteArrayContent(bytes);
        form.Add(content, "File", "plan.csv");
        return await client.FollowAsync(await client.SendFormAsync($"/{there.Slug}/plans/import", form));
    }

    /// <summary>The same rows; of those that differ, the values that do, and not what merely refers to them.</summary>
    private static void AssertSame(List<string> before, List<string> after)
    {
        static IEnumerable<string> Own(string row) => row.Split('\n').Where(l => !Reference().IsMatch(l));
        Assert.Equal(
            string.Join("\n", before.Except(after).SelectMany(Own)),
            string.Join("\n", after.Except(before).SelectMany(Own)));
        Assert.Equal(before, after);
    }

    /// <summary>Every value is other than that of a new row in at least one row, so that the comparison compares something.</summary>
    private static void AssertFilled(List<string> rows)
    {
        var values = rows.SelectMany(r => r.Split('\n') is [var kind, .. var lines] ? lines.Where(l => l.Contains(" = ", StringComparison.Ordinal)).Select(l => (Kind: kind, Line: l)) : []);
        Assert.Empty(values.GroupBy(v => $"{v.Kind} {v.Line.Split(" = ")[0].Trim()}").Where(g => g.All(v => v.Line.EndsWith(" = ", StringComparison.Ordinal))).Select(g => g.Key));
    }

    [GeneratedRegex(@"1/1:inspection-portal-plan[^,""\s]*", RegexOptions.NonBacktracking)]
    private static partial Regex Piece();

    [GeneratedRegex("^  [A-Za-z]+Id = [0-9a-f]{12}$", RegexOptions.NonBacktracking)]
    private static partial Regex Reference();

    [GeneratedRegex("<w:tbl(?:Description|Caption) [^>]*/>", RegexOptions.NonBacktracking)]
    private static partial Regex TableWords();

    [GeneratedRegex("<Relationship [^>]*customXml[^>]*/>", RegexOptions.NonBacktracking)]
    private static partial Regex CopyRelation();
}
