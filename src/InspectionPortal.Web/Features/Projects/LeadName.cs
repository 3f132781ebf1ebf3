using System.Text;

namespace InspectionPortal.Web.Features.Projects;

/// <summary>One who answers for a project, as pages show it.</summary>
public sealed record LeadName(Guid ResponsibilityId, string Name, LeadKind Kind)
{
    /// <summary>"A; B with C, in consultation with D": those who lead, then in the plan's order those who help.</summary>
    public static string Join(IEnumerable<LeadName> leads)
    {
        var words = new StringBuilder();
        foreach (var lead in leads.OrderBy(l => l.Kind))
        {
            var between = lead.Kind switch
            {
                LeadKind.Lead => "; ",
                LeadKind.With => words.ToString().Contains(" with ", StringComparison.Ordinal) ? " and " : " with ",
                _ => ", in consultation with ",
            };
            words.Append(words.Length == 0 ? between.TrimStart(',', ';', ' ') : between).Append(lead.Name);
        }

        return words.ToString();
    }
}
