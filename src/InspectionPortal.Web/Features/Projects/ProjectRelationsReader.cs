using InspectionPortal.Domain.Evidence;
using InspectionPortal.Domain.Measures;
using InspectionPortal.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Projects;

/// <summary>Reads what is linked to a project: one command for each kind.</summary>
internal sealed class ProjectRelationsReader(PortalDbContext database)
{
    public async Task<ProjectRelations> ReadAsync(ProjectHead head, CancellationToken cancellationToken) => new(
        await AnswersAsync(head, cancellationToken), await DependenciesAsync(head, cancellationToken), await NeededByAsync(head, cancellationToken),
        await NotesAsync(head, cancellationToken))
    {
        Tests = await TestsAsync(head, cancellationToken),
        Replies = await RepliesAsync(head, cancellationToken),
        Evidence = await EvidenceAsync(head, cancellationToken),
    };

    private async Task<List<ProjectAnswer>> AnswersAsync(ProjectHead head, CancellationToken cancellationToken)
    {
        var rows = await database.RecommendationLinks.AsNoTracking()
            .Where(l => l.ProjectId == head.Id || l.Measure!.ProjectId == head.Id
                || (l.AimId == head.AimId && !l.Recommendation!.Links.Any(nearer => nearer.AimId == null))
                || (l.DriverId != null && database.Projects.Any(p => p.Id == head.Id && (p.DriverId == l.DriverId || p.Driver!.ParentId == l.DriverId))))
            .Select(l => new ProjectAnswerRow(
                l.Recommendation!.Position, l.RecommendationId, l.Recommendation.Number, l.Recommendation.Text, l.Basis,
                l.Why, l.ProjectId, l.DriverId, l.AimId))
            .ToListAsync(cancellationToken);
        return [.. rows.OrderBy(r => r.Position).ThenBy(r => r.Rank).DistinctBy(r => r.RecommendationId).Select(r => r.ToAnswer())];
    }

    private async Task<List<ProjectDependency>> DependenciesAsync(ProjectHead head, CancellationToken cancellationToken)
    {
        var rows = await database.DependsOn.AsNoTracking().Where(d => d.ProjectId == head.Id)
            .Select(d => new ProjectDependencyRow(
                d.Position, d.Words, d.OnProjectId, d.OnProject!.Number, d.OnProject.Title, d.OnAimId, d.OnAim!.Number, d.OnAim.Statement))
            .ToListAsync(cancellationToken);
        return [.. rows.OrderBy(r => r.Position).ThenBy(r => r.OnAimId is not null).Select(r => r.ToDependency())];
    }

    private async Task<List<ProjectDependency>> NeededByAsync(ProjectHead head, CancellationToken cancellationToken)
    {
        var rows = await database.DependsOn.AsNoTracking()
            .Where(d => d.OnProjectId == head.Id || (d.OnAimId == head.AimId && d.ProjectId != head.Id))
            .OrderBy(d => d.Project!.Position)
            .Select(d => new DependentProjectRow(d.Words, d.ProjectId, d.Project!.Number, d.Project.Title))
            .ToListAsync(cancellationToken);
        return [.. rows.Select(r => r.ToDependency())];
    }

    private Task<List<ProjectNote>> NotesAsync(ProjectHead head, CancellationToken cancellationToken) =>
        database.CategoryNotes.AsNoTracking().Where(n => n.ProjectId == head.Id)
            .Select(n => new ProjectNote(n.Category, n.Text)).ToListAsync(cancellationToken);

    private async Task<List<ProjectTestOfChange>> TestsAsync(ProjectHead head, CancellationToken cancellationToken)
    {
        var rows = await database.TestsOfChange.AsNoTracking().Where(t => t.ProjectId == head.Id).OrderBy(t => t.Position)
            .Select(t => new ProjectTestOfChangeRow
            {
                Id = t.Id,
                Position = t.Position,
                Title = t.Title,
                Question = t.Question,
                Prediction = t.Prediction,
                Plan = t.Plan,
                Done = t.Done,
                Learnt = t.Learnt,
                Decision = t.Decision,
                From = t.From,
                Until = t.Until,
                MeasureId = t.MeasureId,
                MeasureTitle = t.Measure!.Title,
            })
            .ToListAsync(cancellationToken);
        return [.. rows.Select(r => r.ToTest())];
    }

    /// <summary>About the project, and about the measures that are its own or that it looks at.</summary>
    private Task<List<SignalReply>> RepliesAsync(ProjectHead head, CancellationToken cancellationToken) =>
        database.SignalAnswers.AsNoTracking()
            .Where(a => a.ProjectId == head.Id || (!a.Measure!.IsIllustrative && (a.Measure.ProjectId == head.Id || a.Measure.Uses.Any(u => u.ProjectId == head.Id))))
            .OrderByDescending(a => a.At)
            .Select(a => new SignalReply(a.MeasureId, a.Kind, a.About, a.Text, a.At)).ToListAsync(cancellationToken);

    private Task<List<ProjectEvidence>> EvidenceAsync(ProjectHead head, CancellationToken cancellationToken) =>
        database.EvidenceItems.AsNoTracking()
            .Where(i => i.Links.AsQueryable().Select(EvidenceLink.ProvenProject).Contains(head.Id))
            .OrderByDescending(i => i.AddedAt).ThenBy(i => i.Versions.Any(v => v.ReleasedAt != null))
            .Select(i => new ProjectEvidence(i.Id, i.Title, i.Kind, i.Versions.Any(v => v.ReleasedAt != null), i.AddedAt))
            .ToListAsync(cancellationToken);
}
