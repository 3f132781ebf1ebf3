namespace InspectionPortal.Domain.Projects;

/// <summary>How much a field of a project holds.</summary>
public enum ProjectFieldKind
{
    /// <summary>Prose of several lines.</summary>
    Text,

    /// <summary>One line.</summary>
    ShortText,
}
