namespace InspectionPortal.Web.Jobs;

/// <summary>How far a job reaches.</summary>
public enum JobReach
{
    /// <summary>One partnership's, which asked for it.</summary>
    OnePartnership,

    /// <summary>Every partnership in turn, each in a scope of its own.</summary>
    EachPartnership,

    /// <summary>The platform's own tables, and no partnership.</summary>
    Platform,
}
