namespace InspectionPortal.Web.Data.EmbeddedPostgres;

/// <summary>The embedded server cannot run; the message says why and what to do about it.</summary>
public sealed class EmbeddedPostgresException : Exception
{
    /// <summary>An exception with the general message.</summary>
    public EmbeddedPostgresException()
        : base("The embedded PostgreSQL server cannot run.")
    {
    }

    /// <summary>An exception that says why the server cannot run and what to do.</summary>
    public EmbeddedPostgresException(string message)
        : base(message)
    {
    }

    /// <summary>An exception that says why the server cannot run and what to do, with what led to it.</summary>
    public EmbeddedPostgresException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
