using System.Text;

namespace InspectionPortal.Domain.Projects;

/// <summary>One who answers for a project, as pages show it.</summary>
public sealed record LeadName(Guid ResponsibilityId, string Name, LeadKind Kind)
{
    /// <summary>"A; B with C, in consultation with D": those who lead, then in the plan's order those who help.</summary>
    public static string Join(IEnumerable<LeadName> leads) => Join(leads.Select(l => (l.Name, l.Kind)));

    /// <summary>The same of names alone: those who own a sub-action.</summary>
    public static string Join(IEnumerable<string> names) => Join(names.Select(n => (n, LeadKind.Lead)));

    /// <summary>The same of names and kinds, as a report keeps them.</summary>
    public static string Join(IEnumerable<(string Name, LeadKind Kind)> leads)
    {
        var words = new StringBuilder();
        foreach (var (name, kind) in leads.OrderBy(l => l.Kind))
        {
            var between = kind switch
            {
                LeadKind.Lead => "; ",
                LeadKind.With => words.ToString().Contains(" with ", StringComparison.Ordinal) ? " and " : " with ",
                _ => ", in consultation with ",
            };
            words.Append(words.Length == 0 ? between.TrimStart(',', ';', ' ') : between).Append(name);
        }

        return words.ToString();
    }
}
