namespace InspectionPortal.Domain.Deadlines;

/// <summary>What a date does in the sentence it stands in.</summary>
internal enum DateRole
{
    /// <summary>Due then, without a word that says so: "March 2018", "in December 2019".</summary>
    Plain,

    /// <summary>"by", "before", "prior to".</summary>
    By,

    /// <summary>"to": an end if something goes on until then, otherwise due then ("moved to March 2018").</summary>
    To,

    /// <summary>"until", "up to".</summary>
    Until,

    /// <summary>"from", "commence in", "onwards".</summary>
    From,

    /// <summary>"after", "following": starts on the next day.</summary>
    After,

    /// <summary>"within one month of" it: not itself the deadline.</summary>
    Anchor,
}
