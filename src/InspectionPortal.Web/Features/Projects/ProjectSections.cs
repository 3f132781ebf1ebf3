using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using InspectionPortal.Domain.Projects;

namespace InspectionPortal.Web.Features.Projects;

/// <summary>The things about a project that are edited one by one. A text goes by the name of its field in the catalogue.</summary>
internal static class ProjectSections
{
    public const string Status = "status";
    public const string Rating = "rating";
    public const string Leads = "leads";
    public const string Deadline = "deadline";

    /// <summary>Where it stands in the plan. Only many at once are moved like this: the table has no column for it.</summary>
    public const string Place = "place";

    /// <summary>The text of a section; null where the section is none, or belongs to another section.</summary>
    public static ProjectField? TextOf(string? section) =>
        section is null || section == ProjectFields.LeadsText.Name ? null : ProjectFields.Find(section);

    /// <summary>
    /// A number for the value that the section has now. A form carries the number of the value it was opened with: where the two
    /// differ, somebody else has changed that value. Changes to other values leave it as it is.
    /// </summary>
    public static uint VersionOf(ImprovementProject project, string section) => Number(section switch
    {
        Status => [project.Status.ToString(), project.StatusReason],
        Rating => [project.Rag, project.RagReason],
        Leads =>
        [
            project.LeadsText,
            .. project.Leads.OrderBy(l => l.Position).ThenBy(l => l.Id).Select(l => $"{l.LeadResponsibilityId} {l.Kind}"),
        ],
        Deadline => [project.Deadline.Text],
        Place => [project.AimId.ToString(), project.DriverId?.ToString()],
        _ => [TextOf(section)?.Get(project)],
    });

    private static uint Number(IEnumerable<string?> values)
    {
        var text = string.Join('\u001f', values.Select(v => v is null ? "-" : $"+{v}"));
        return BinaryPrimitives.ReadUInt32LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
