namespace InspectionPortal.Web.Features.Updates;

/// <summary>Which button was pressed.</summary>
public enum UpdateIntent
{
    SaveDraft,
    Submit,

    /// <summary>Saves the draft and goes on to adding evidence for it.</summary>
    AddEvidence,

    /// <summary>Shows the form again with room for one more agency; nothing is saved.</summary>
    AddEntry,
}
