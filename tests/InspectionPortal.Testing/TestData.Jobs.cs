using System.Text;
using InspectionPortal.Domain.Imports;
using InspectionPortal.Web.Jobs;

namespace InspectionPortal.Testing;

public sealed partial class TestData
{
    /// <summary>A file that waits to be brought in, and an archive that failed.</summary>
    public Task CreateImportAndArchiveAsync(TestPartnership partnership, TestPlan plan) => InTenantAsync(partnership.Id, database =>
    {
        database.Add(new PlanImport
        {
            FileName = $"{partnership.Canary}.csv",
            Sha256 = new string('0', 64),
            Data = Encoding.UTF8.GetBytes($"Action,Lead\n{partnership.Canary},Head of QA\n"),
            PlanId = plan.Id,
            At = DateTimeOffset.UtcNow,
        });
        database.Add(new PartnershipJob
        {
            Kind = JobKind.Archive,
            State = JobState.Failed,
            AskedByUserId = partnership.Lead.Id,
            AskedAt = DateTimeOffset.UtcNow,
            FinishedAt = DateTimeOffset.UtcNow,
            Failure = $"Failure {partnership.Canary}",
        });
        return Task.FromResult(true);
    });
}
