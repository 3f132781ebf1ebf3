using InspectionPortal.Web.Infrastructure.Forms;

namespace InspectionPortal.Web.Features.Projects;

/// <summary>What the project waits for, in the plan's words, and where it is clear the aim or project that is meant.</summary>
public sealed class DependencyRow : FormRow
{
    public string? Words { get; set; }

    /// <summary>"aim:0197…" or "project:0197…"; null where the words alone are known.</summary>
    public string? On { get; set; }

    public override bool IsBlank() => Words is null && On is null;
}
