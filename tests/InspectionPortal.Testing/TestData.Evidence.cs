using System.Text;
using System.Text.Json;
using InspectionPortal.Domain.Evidence;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Reporting.Editions;
using InspectionPortal.Web.Data.EvidenceFiles;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InspectionPortal.Testing;

public sealed partial class TestData
{
    /// <summary>A text file as evidence for a project, on disk and in the database. Its content is its title.</summary>
    public Task<TestFile> CreateFileAsync(
        TestPartnership partnership, Guid projectId, string title, bool released, ScanResult scan = ScanResult.Clean) =>
        RunAsync(partnership.Id, async (database, provider) =>
        {
            var store = provider.GetRequiredService<EvidenceStore>();
            using var content = new MemoryStream(Encoding.UTF8.GetBytes(title));
            var file = (await store.ReceiveAsync(content, "evidence.txt", partnership.Id, CancellationToken.None)).File!;
            await store.KeepAsync(file, CancellationToken.None);
            var item = new EvidenceItem { Title = title, Form = EvidenceForm.File, AddedByUserId = partnership.Lead.Id, AddedAt = DateTimeOffset.UtcNow };
            var version = new EvidenceVersion
            {
                Number = 1,
                Sha256 = file.Sha256,
                FileName = file.FileName,
                ContentType = file.ContentType,
                Size = file.Size,
                StorageName = file.StorageName,
                Scan = scan,
                AddedAt = DateTimeOffset.UtcNow,
                AddedByUserId = partnership.Lead.Id,
                ReleasedAt = released ? DateTimeOffset.UtcNow : null,
            };
            item.Versions.Add(version);
            item.Links.Add(new EvidenceLink { ProjectId = projectId });
            database.Add(item);
            return new TestFile(item.Id, version.Id, title);
        });

    /// <summary>An approved report of the plan's open period whose scrutiny edition lists these versions under recommendation 1.</summary>
    public Task<Guid> PublishReportAsync(TestPartnership partnership, TestPlan plan, params TestFile[] lists) =>
        InTenantAsync(partnership.Id, async database =>
        {
            var period = await database.ReportingPeriods.FirstAsync(p => p.Id == plan.PeriodId);
            period.Become(PeriodState.WithLead);
            period.Become(PeriodState.Submitted);
            period.Become(PeriodState.Approved);
            var edition = JsonSerializer.SerializeToUtf8Bytes(new
            {
                aims = new[] { new { projects = new[] { new { number = "1.1", rating = "at-risk", ratingBefore = (string?)null, noActionNeeded = (string?)null } } } },
                recommendations = new[] { new { id = plan.RecommendationId, number = "1", text = "What the report says" } },
                evidence = lists.Select(f => new { itemId = f.ItemId, versionId = f.VersionId, version = 1, title = f.Title, projects = new[] { "1.1" }, recommendations = new[] { "1" } }),
            });
            var snapshot = JsonSerializer.SerializeToUtf8Bytes(new { scrutinyEditionSha256 = CanonicalJson.Hash(edition) });
            var submission = new Submission
            {
                PeriodId = period.Id,
                Number = 1,
                Snapshot = snapshot,
                Sha256 = CanonicalJson.Hash(snapshot),
                ScrutinyEdition = edition,
                State = SubmissionState.Published,
                SubmittedByUserId = partnership.Lead.Id,
                SubmittedAt = DateTimeOffset.UtcNow,
            };
            database.Add(submission);
            database.Add(new PublishedReport
            {
                PeriodId = period.Id,
                Submission = submission,
                PlanId = plan.Id,
                Title = period.Title,
                Snapshot = snapshot,
                Sha256 = submission.Sha256,
                ScrutinyEdition = edition,
                PublishedAt = DateTimeOffset.UtcNow,
            });
            return period.Id;
        });
}

/// <summary>A file that a test put into evidence; its content is its title.</summary>
public sealed record TestFile(Guid ItemId, Guid VersionId, string Title);
