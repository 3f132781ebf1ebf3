using InspectionPortal.Domain.Evidence;
using InspectionPortal.Web.Features.Evidence;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Commands.Seeding.History;

/// <summary>Evidence is added, and some of it released to scrutiny bodies.</summary>
internal sealed class EvidenceHistory(EvidenceSeeds seed, (string Earlier, string Later) plans)
{
    public IEnumerable<HistoryEvent> Events() => seed.Evidence.SelectMany(Events);

    private IEnumerable<HistoryEvent> Events(EvidenceSeed row, int order)
    {
        yield return new HistoryEvent(HistoryDays.At(row.On, 8, order), stage => AddAsync(stage, row));
        if (row.ReleasedOn is { } day)
        {
            yield return new HistoryEvent(HistoryDays.At(day, 17, order), stage => ReleaseAsync(stage, row));
        }
    }

    private async Task AddAsync(HistoryStage stage, EvidenceSeed row)
    {
        var add = new AddEvidence
        {
            Form = row.File is not null ? EvidenceForm.File : row.Link is not null ? EvidenceForm.Link : EvidenceForm.Note,
            Title = row.Title,
            Description = row.Description,
            Kind = SeedText.Choice<EvidenceType>(row.Kind),
            Classification = row.Sensitive ? EvidenceClassification.OfficialSensitive : EvidenceClassification.Official,
            Url = row.Link,
            Note = row.File is null && row.Link is null ? row.Text.Trim() : null,
        };
        await ProveAsync(stage, row, add);
        if (row.File is { } name)
        {
            using var content = EvidenceFileWriter.Write(name, row.Title, row.Text.Trim());
            var receipt = await stage.Evidence.ReceiveAsync(
                content, name, stage.People.Session(row.By, DateTimeOffset.MinValue).Memberships[0].Partnership.Id, CancellationToken.None);
            add.Files = [receipt.File ?? throw new SeedException($"{name}: {receipt.Problem}.")];
        }

        var added = await stage.SendAsync(row.By, add);
        if (row.File is not null)
        {
            // The portal has just made the file itself: there is nothing to scan.
            var version = await stage.Database.EvidenceVersions.SingleAsync(v => v.ItemId == added.ItemId);
            version.Scan = ScanResult.NotNeeded;
            await stage.Database.SaveChangesAsync();
            stage.Database.ChangeTracker.Clear();
        }
    }

    private async Task ProveAsync(HistoryStage stage, EvidenceSeed row, AddEvidence add)
    {
        foreach (var (title, numbers) in new[] { (plans.Later, row.Projects), (plans.Earlier, row.Earlier) })
        {
            foreach (var number in numbers)
            {
                add.ProjectIds.Add(await stage.Find.ProjectAsync(await stage.Find.PlanAsync(title), number));
            }
        }

        foreach (var measure in row.Measures)
        {
            add.MeasureIds.Add(await stage.Find.MeasureAsync(measure));
        }

        foreach (var recommendation in row.Recommendations)
        {
            add.RecommendationIds.Add(await stage.Find.RecommendationAsync(recommendation));
        }
    }

    private static async Task ReleaseAsync(HistoryStage stage, EvidenceSeed row)
    {
        var version = await stage.Database.EvidenceVersions.AsNoTracking().SingleAsync(v => v.Item!.Title == row.Title);
        await stage.SendAsync("lead", new ReleaseEvidence { ItemId = version.ItemId, Number = version.Number, Version = version.Version });
    }
}
