using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Ratings;
using InspectionPortal.Domain.Reporting.Editions;
using InspectionPortal.Domain.Text;

namespace InspectionPortal.Domain.Reporting.Comparisons;

/// <summary>A project in one report, with the aim it stands under.</summary>
public sealed record ComparedProject(QuarterSnapshot Report, SnapshotAim Aim, SnapshotProject Project)
{
    /// <summary>The label of the aim's number in <see cref="Places"/>.</summary>
    public const string AimLabel = "Aim";

    public bool IsWork => Project.NoActionNeeded is null;

    public Rating Rating => Rating.Find(Report.RatingKey, Project.Rating);

    /// <summary>The status in words.</summary>
    public string Status => IsWork ? StatusLabel.Of(Project.Status) : "No action needed";

    /// <summary>"A; B with C", or "No lead".</summary>
    public string Leads => Project.Leads.Count == 0 ? "No lead" : LeadName.Join(Project.Leads.Select(l => (l.Name, l.Kind)));

    /// <summary>What it is called.</summary>
    public ComparedItem Item => new(ComparedItemKind.Project, Project.Id, Project.Number, Project.Title);

    /// <summary>All projects of a report, in its order.</summary>
    public static IEnumerable<ComparedProject> Of(QuarterSnapshot report) =>
        report.Aims.SelectMany(a => a.Projects.Select(p => new ComparedProject(report, a, p)));

    /// <summary>The project in a report; null where the report does not have it.</summary>
    public static ComparedProject? Find(QuarterSnapshot report, Guid id) => Of(report).FirstOrDefault(p => p.Project.Id == id);

    /// <summary>Its texts by label.</summary>
    public IEnumerable<KeyValuePair<string, string>> Texts()
    {
        yield return KeyValuePair.Create("Title", Project.Title);
        yield return KeyValuePair.Create(ProjectFields.AimText.Label, Project.AimText ?? string.Empty);
        foreach (var (field, text) in SnapshotTexts.Read(Project.Texts))
        {
            yield return KeyValuePair.Create(field.Label, text);
        }

        yield return KeyValuePair.Create("Why no action is needed", Project.NoActionNeeded ?? string.Empty);
    }

    /// <summary>Its number, its aim and who leads it.</summary>
    public IEnumerable<KeyValuePair<string, string>> Places()
    {
        yield return KeyValuePair.Create("Number", Project.Number);
        yield return KeyValuePair.Create(AimLabel, Aim.Number);
        yield return KeyValuePair.Create("Led by", Leads);
    }
}
