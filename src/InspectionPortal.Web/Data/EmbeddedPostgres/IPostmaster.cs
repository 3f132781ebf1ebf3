namespace InspectionPortal.Web.Data.EmbeddedPostgres;

/// <summary>A server that this process started.</summary>
internal interface IPostmaster
{
    int ProcessId { get; }

    /// <summary>Completes when the server has ended.</summary>
    Task Exited { get; }

    /// <summary>Ends sessions and stops the server; completes when it has stopped.</summary>
    Task StopAsync();
}
