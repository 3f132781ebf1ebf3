namespace InspectionPortal.Web.Components.Changes;

/// <summary>What became of a run of words.</summary>
public enum TextRunKind
{
    Same,
    Removed,
    Added,
}
