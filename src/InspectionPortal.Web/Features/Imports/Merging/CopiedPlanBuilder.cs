using InspectionPortal.Domain.Inspections;
using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Ratings;
using InspectionPortal.Domain.Text;
using InspectionPortal.PlanDocuments.PortalFormat;
using InspectionPortal.PlanDocuments.Plans;
using InspectionPortal.Web.Data.Rows;

namespace InspectionPortal.Web.Features.Imports.Merging;

/// <summary>Makes new rows of the copy of a plan that an exported file carries. The words of the file are then laid over them.</summary>
internal sealed class CopiedPlanBuilder(CopyTarget target, ExistingPlan state, ImportActor actor, MergeSetting setting)
{
    private const int Named = 5;

    private readonly List<string> _notes = [];

    /// <exception cref="RowException">The copy is not one that the portal wrote.</exception>
    public CopiedPlan Build(PlanCopyContent content, ImportedPlan words, Guid planId)
    {
        var rows = CopyRows.Of(target.Model, content.Rows);
        if (rows[typeof(Plan)] is not [var plan])
        {
            throw new RowException("The copy has no plan, or more than one.");
        }

        rows.KeepPlan(plan.Id);
        Removed(CopyMatches.TakeRemoved(rows, words));
        rows.DropLeft();
        CopyRules.Check(rows, target.Model);
        var ids = CopyMatches.TakeKnown(rows, state, target.Inspections);
        Known(ids.Count);
        foreach (var row in PlanCopyModel.Kinds.SelectMany(k => rows[k]))
        {
            ids[row.Id] = Guid.CreateVersion7();
        }

        // A plan that is only looked at has no id yet.
        ids[plan.Id] = planId == Guid.Empty ? Guid.CreateVersion7() : planId;
        rows[typeof(ReviewBody)].RemoveAll(b => !ids.ContainsKey(b.Reference(nameof(ReviewBody.ReviewId)) ?? Guid.Empty));
        rows[typeof(ReviewFinding)].RemoveAll(f => !ids.ContainsKey(f.Reference(nameof(ReviewFinding.ReviewId)) ?? Guid.Empty));
        var settings = SettingsOf(content.Settings);
        var made = Make(rows, new RowFactory((_, id) => ids.TryGetValue(id, out var own) ? own : null));
        made.ForEach(row => Adapt(row, content.Settings.Ratings, settings?.Ratings ?? actor.Key));
        var names = ids.DistinctBy(i => i.Value).ToDictionary(i => i.Value, i => i.Key);
        return new CopiedPlan(made.OfType<Plan>().Single(), made, settings, _notes, names);
    }

    private List<TenantEntity> Make(CopyRows rows, RowFactory factory)
    {
        var made = new List<TenantEntity>(rows.Count);
        foreach (var kind in PlanCopyModel.Kinds)
        {
            var entity = target.Model.FindEntityType(kind)!;
            made.AddRange(rows[kind].Select(row => factory.Create(
                entity, name => row.Values.TryGetValue(name, out var value) ? value : null, PlanCopyModel.Takes)));
        }

        return made;
    }

    /// <summary>What cannot be here as it was there.</summary>
    private void Adapt(TenantEntity row, IReadOnlyList<Rating> from, IReadOnlyList<Rating> key)
    {
        switch (row)
        {
            case DeadlineSlip slip:
                slip.ByUserId = setting.ByUserId;
                break;
            case PointCorrection correction:
                correction.ByUserId = setting.ByUserId;
                break;
            case SignalAnswer answer:
                answer.ByUserId = setting.ByUserId;
                break;
            case Domain.Reporting.UpdateEntry entry:
                entry.BeforePortal = true;
                break;
            case ImprovementProject project:
                project.Status = Evidenced(project.Status, $"project {project.Number}");
                Rate(project, from, key);
                break;
            case SubAction step:
                step.Status = Evidenced(step.Status, $"“{EnglishText.Cut(step.Text, 60)}”");
                break;
        }
    }

    private ProjectStatus Evidenced(ProjectStatus status, string what)
    {
        if (status != ProjectStatus.DoneAndEvidenced)
        {
            return status;
        }

        _notes.Add($"Evidence is not imported, so the status of {what} is “Done, awaiting evidence” until someone adds it.");
        return ProjectStatus.DoneAwaitingEvidence;
    }

    private void Rate(ImprovementProject project, IReadOnlyList<Rating> from, IReadOnlyList<Rating> key)
    {
        if (project.Rag is not { } code || key.Any(r => r.Code == code))
        {
            return;
        }

        var there = Rating.Find(from, code);
        var here = key.FirstOrDefault(r => string.Equals(r.Name, there.Name, StringComparison.OrdinalIgnoreCase));
        project.Rag = here?.Code;
        if (here is null)
        {
            _notes.Add(
                $"The rating “{there.Name}” of project {project.Number} is not in your key to ratings, so the project is not rated.");
        }
    }

    private PlanCopySettings? SettingsOf(PlanCopySettings settings)
    {
        // Who may read what is decided here and not by a file.
        var safe = settings with { Layout = settings.Layout with { ShowRiskToScrutiny = false } };
        if (!CopyRules.AreSound(safe))
        {
            return null;
        }

        if (target.IsUntouched(actor))
        {
            return safe;
        }

        if (safe.Vocabulary != actor.Vocabulary || !safe.Ratings.SequenceEqual(actor.Key)
            || !safe.Layout.Columns.SequenceEqual(actor.Layout.Columns))
        {
            _notes.Add("The file has words, columns and ratings of its own. Your partnership keeps the ones it has.");
        }

        return null;
    }

    private void Removed(List<string> titles)
    {
        if (titles.Count > 0)
        {
            var more = titles.Count > Named ? [$"{titles.Count - Named} more"] : Array.Empty<string>();
            var named = EnglishText.List([.. titles.Take(Named).Select(t => EnglishText.Cut(t, 80)), .. more]);
            _notes.Add($"Taken out of the table since the file was exported, so not imported: {named}.");
        }
    }

    private void Known(int count)
    {
        if (count > 0)
        {
            _notes.Add(
                $"{EnglishText.Count(count, "item")} of the file (agencies, responsibilities, inspections or recommendations) "
                + $"{(count == 1 ? "is" : "are")} on record here already. The plan is linked to what is here.");
        }
    }
}
